import type { Note, NoteObject } from '../domain/note.js';
import type { PageRequest } from '../domain/page.js';
import type { Database } from './database.js';
import type { NoteRow } from './schema-desk.js';

type About = Pick<Note, 'object_kind' | 'object_id'>;

export interface NoteStore {
  insert(siteId: string, note: Note): Promise<void>;
  get(siteId: string, id: string): Promise<Note | null>;
  remove(siteId: string, id: string): Promise<void>;
  count(siteId: string, about: About): Promise<number>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, about: About, page: PageRequest): Promise<readonly Note[]>;
}

export function noteStore(db: Database): NoteStore {
  const one = (siteId: string, id: string) =>
    db.selectFrom('notes').selectAll().where('site_id', '=', siteId).where('note_id', '=', id);
  const about = (siteId: string, { object_kind, object_id }: About) =>
    db
      .selectFrom('notes')
      .where('site_id', '=', siteId)
      .where('object_id', '=', object_id)
      .where('object_kind', '=', object_kind);
  return {
    insert: async (siteId, { id, ...rest }) => {
      await db
        .insertInto('notes')
        .values({ site_id: siteId, note_id: id, ...rest })
        .execute();
    },
    get: async (siteId, id) => {
      const row = await one(siteId, id).executeTakeFirst();
      return row ? noteOf(row) : null;
    },
    remove: async (siteId, id) => {
      await db
        .deleteFrom('notes')
        .where('site_id', '=', siteId)
        .where('note_id', '=', id)
        .execute();
    },
    count: async (siteId, of) => {
      const { count } = await about(siteId, of)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    list: async (siteId, of, { cursor, limit }) => {
      let query = about(siteId, of)
        .selectAll()
        .orderBy('note_id', 'desc')
        .limit(limit + 1);
      if (cursor !== null) query = query.where('note_id', '<', cursor);
      return (await query.execute()).map(noteOf);
    },
  };
}

function noteOf({ site_id: _, note_id, object_kind, ...rest }: NoteRow): Note {
  return { ...rest, id: note_id, object_kind: object_kind as NoteObject };
}
