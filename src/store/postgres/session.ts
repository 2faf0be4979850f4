import pg from 'pg';

import type { Access } from '../engine.js';
import { unreachable } from '../errors.js';
import type { Session } from '../grouped.js';
import { translate } from './connection.js';

export interface SessionOptions {
  readonly connect: () => Promise<pg.PoolClient>;
  readonly accessTo: (client: pg.PoolClient) => Access;
}

/** Open, and how a member that began behind others is told from what they did. */
interface Open {
  readonly client: pg.PoolClient;
  readonly access: Access;
  begun: boolean;
  saved: boolean;
  lost: boolean;
}

/**
 * Transactions of one site. Each takes the site's lock before it reads anything, in the round trip
 * of its BEGIN; the lock goes with the transaction, also when the instance dies.
 */
export function siteSession(siteId: string, { connect, accessTo }: SessionOptions): Session {
  let open: Open | null = null;
  const lock = pg.escapeLiteral(siteId);
  const begin = `BEGIN READ WRITE; SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  const opened = async (): Promise<Open> => {
    const client = await connect();
    return { client, access: accessTo(client), begun: false, saved: false, lost: false };
  };
  return {
    enter: async (behindOthers) => {
      open ??= await opened();
      open.saved = behindOthers && open.begun;
      if (!open.begun) {
        // Begun also where the lock could not be had: the server then is in a failed transaction.
        open.begun = true;
        await open.client.query(begin).catch(translate);
      } else if (open.saved) inPassing(open, 'SAVEPOINT member');
      return open.access;
    },
    keep: () => {
      if (open?.saved === true) inPassing(open, 'RELEASE SAVEPOINT member');
    },
    undo: async () => {
      if (open === null) return false;
      const { client, saved } = open;
      try {
        await client.query(
          saved ? 'ROLLBACK TO SAVEPOINT member; RELEASE SAVEPOINT member' : 'ROLLBACK',
        );
        open.begun = saved;
        return true;
      } catch {
        open.lost = true;
        open.begun = false;
        return false;
      }
    },
    commit: async () => {
      if (open?.begun !== true) return;
      const { command } = await open.client.query('COMMIT').catch(translate);
      open.begun = false;
      // The server answers a COMMIT of what has failed by rolling it back, and calls it no error.
      if (command !== 'COMMIT') throw unreachable(new Error(`the commit was a ${command}`));
    },
    leave: () => {
      const ended = open;
      open = null;
      if (ended === null) return;
      // A connection that may be within a transaction serves nobody else.
      ended.client.release(ended.lost || ended.begun);
    },
  };
}

/** Sent ahead of what comes next, without waiting: if it fails, so does all that follows it. */
function inPassing(open: Open, text: string): void {
  open.client.query(text).catch(() => undefined);
}
