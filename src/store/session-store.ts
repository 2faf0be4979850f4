import type { Session } from '../domain/session.js';
import type { Database } from './database.js';
import { prepared, type Running } from './prepared.js';
import type { SessionRow } from './schema.js';

export interface SessionStore {
  insert(session: Session): Promise<void>;
  /** The session of that id, of whichever site; also one whose time is over. */
  find(id: string): Promise<Session | null>;
  /** All of a key, the newest first. */
  ofKey(siteId: string, keyId: string): Promise<readonly Session[]>;
  end(siteId: string, id: string): Promise<void>;
  /** Removes those of a site whose time is over. */
  purge(siteId: string, now: string): Promise<void>;
}

/** Of every request of a browser; which site it is for is not known before. */
const BY_ID = prepared<{ id: string }>()((db, argument) =>
  db.selectFrom('sessions').selectAll().where('session_id', '=', argument('id')),
);

export function sessionStore(db: Database, { run }: Running): SessionStore {
  return {
    insert: async ({ id, ...rest }) => {
      await db
        .insertInto('sessions')
        .values({ session_id: id, ...rest })
        .execute();
    },
    find: async (id) => {
      const [row] = await run(BY_ID, { id });
      return row ? sessionOf(row) : null;
    },
    ofKey: async (siteId, keyId) => {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('key_id', '=', keyId)
        .orderBy('session_id', 'desc')
        .execute();
      return rows.map(sessionOf);
    },
    end: async (siteId, id) => {
      await db
        .deleteFrom('sessions')
        .where('site_id', '=', siteId)
        .where('session_id', '=', id)
        .execute();
    },
    purge: async (siteId, now) => {
      await db
        .deleteFrom('sessions')
        .where('site_id', '=', siteId)
        .where('expires_at', '<=', now)
        .execute();
    },
  };
}

function sessionOf({ session_id, ...rest }: SessionRow): Session {
  return { id: session_id, ...rest };
}
