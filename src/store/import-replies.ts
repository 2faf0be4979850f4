import { bulkInsert } from './bulk-insert.js';
import type { Database } from './database.js';

/** A comment whose parent was not there yet when it was imported. */
export interface WaitingReply {
  readonly comment_id: string;
  readonly thread_id: string;
  readonly parent_external_id: string;
  /** Where in the file it stands. */
  readonly line: number;
}

/** A comment's place among the others of its thread. */
export interface Place {
  readonly id: string;
  readonly external_id: string | null;
  readonly parent_id: string | null;
  readonly depth: number;
}

/** Replies that wait for their parents while a file is imported. */
export interface ImportReplies {
  addWaiting(siteId: string, importId: string, replies: readonly WaitingReply[]): Promise<void>;
  /** Of the first thread behind another one that has any; null for the first. */
  waitingAfter(
    siteId: string,
    importId: string,
    threadId: string | null,
  ): Promise<readonly WaitingReply[]>;
  endWaiting(siteId: string, importId: string): Promise<void>;
  /** Every comment of a thread. */
  places(siteId: string, threadId: string): Promise<readonly Place[]>;
  move(siteId: string, place: Place): Promise<void>;
}

export function importReplies(db: Database): ImportReplies {
  const waiting = (siteId: string, importId: string) =>
    db
      .selectFrom('import_replies')
      .where('site_id', '=', siteId)
      .where('import_id', '=', importId);
  return {
    addWaiting: async (siteId, importId, replies) => {
      const key = { site_id: siteId, import_id: importId };
      await bulkInsert(db, 'import_replies', replies.map((reply) => ({ ...key, ...reply })));
    },
    waitingAfter: async (siteId, importId, threadId) => {
      const next = await waiting(siteId, importId)
        .select('thread_id')
        .where('thread_id', '>', threadId ?? '')
        .orderBy('thread_id')
        .limit(1)
        .executeTakeFirst();
      if (next === undefined) return [];
      return waiting(siteId, importId)
        .select(['comment_id', 'thread_id', 'parent_external_id', 'line'])
        .where('thread_id', '=', next.thread_id)
        .orderBy('comment_id')
        .execute();
    },
    endWaiting: async (siteId, importId) => {
      await db
        .deleteFrom('import_replies')
        .where('site_id', '=', siteId)
        .where('import_id', '=', importId)
        .execute();
    },
    ...moving(db),
  };
}

function moving(db: Database): Pick<ImportReplies, 'places' | 'move'> {
  return {
    places: async (siteId, threadId) =>
      db
        .selectFrom('comments')
        .select(['comment_id as id', 'external_id', 'parent_id', 'depth'])
        .where('site_id', '=', siteId)
        .where('thread_id', '=', threadId)
        .orderBy('created_at')
        .orderBy('comment_id')
        .execute(),
    move: async (siteId, { id, parent_id, depth }) => {
      await db
        .updateTable('comments')
        .set({ parent_id, depth })
        .where('site_id', '=', siteId)
        .where('comment_id', '=', id)
        .execute();
    },
  };
}
