import type { Comment, Revision } from '../domain/comment.js';
import type { PageRequest } from '../domain/page.js';
import type { Status } from '../domain/status.js';
import { type CommentFilter, filtered } from './comment-filter.js';
import type { Database } from './database.js';
import type { CommentRow, RevisionRow } from './schema.js';
import { searchText } from './search.js';

/** Whose latest comments are asked for, how far back and how many at most. */
export interface RecentQuery {
  readonly by: 'author_id' | 'author_ip';
  readonly value: string;
  readonly since: string;
  readonly limit: number;
}

export interface SameTextQuery {
  readonly author_id: string;
  readonly fingerprint: string;
  readonly since: string;
  /** The comment that is being edited, which is no repeat of itself. */
  readonly except: string | null;
}

export interface CommentStore {
  /** @throws a unique violation for an external id that the site has. */
  insert(siteId: string, comment: Comment): Promise<void>;
  /** Only where the stored version is still `seenVersion`; else changes nothing and says false. */
  update(siteId: string, comment: Comment, seenVersion: number): Promise<boolean>;
  get(siteId: string, id: string): Promise<Comment | null>;
  getByExternalId(siteId: string, externalId: string): Promise<Comment | null>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, filter: CommentFilter, page: PageRequest): Promise<readonly Comment[]>;
  /**
   * The approved comments of a thread, oldest first, one more than asked for where there are more;
   * null when the cursor is not a comment of the thread.
   */
  listThread(
    siteId: string,
    threadId: string,
    page: PageRequest,
  ): Promise<readonly Comment[] | null>;
  /** What of an author waits for a person, oldest first. */
  pendingOf(siteId: string, authorId: string, limit: number): Promise<readonly Comment[]>;
  /** When the latest comments of an author or an IP came in, newest first. */
  recentTimes(siteId: string, query: RecentQuery): Promise<readonly string[]>;
  /** When the author last posted a text with that fingerprint. */
  lastSameText(siteId: string, query: SameTextQuery): Promise<string | null>;
  countApproved(siteId: string, authorId: string): Promise<number>;
  addRevision(siteId: string, revision: Revision): Promise<void>;
  /** The earlier texts, oldest first. */
  revisions(siteId: string, commentId: string): Promise<readonly Revision[]>;
}

export function commentStore(db: Database): CommentStore {
  return { ...writes(db), ...reads(db), ...history(db) };
}

function writes(db: Database): Pick<CommentStore, 'insert' | 'update' | 'addRevision'> {
  return {
    insert: async (siteId, comment) => {
      await db.insertInto('comments').values(rowOf(siteId, comment)).execute();
    },
    update: async (siteId, comment, seenVersion) => {
      const { site_id, comment_id, ...rest } = rowOf(siteId, comment);
      const { numUpdatedRows } = await db
        .updateTable('comments')
        .set(rest)
        .where('site_id', '=', site_id)
        .where('comment_id', '=', comment_id)
        .where('version', '=', seenVersion)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    addRevision: async (siteId, { id, ...rest }) => {
      await db
        .insertInto('revisions')
        .values({ site_id: siteId, revision_id: id, ...rest })
        .execute();
    },
  };
}

function reads(
  db: Database,
): Pick<CommentStore, 'get' | 'getByExternalId' | 'list' | 'listThread' | 'revisions'> {
  const ofSite = (siteId: string) =>
    db.selectFrom('comments').selectAll('comments').where('comments.site_id', '=', siteId);
  const get: CommentStore['get'] = async (siteId, id) => {
    const row = await ofSite(siteId).where('comment_id', '=', id).executeTakeFirst();
    return row ? commentOf(row) : null;
  };
  return {
    get,
    getByExternalId: async (siteId, externalId) => {
      const row = await ofSite(siteId).where('external_id', '=', externalId).executeTakeFirst();
      return row ? commentOf(row) : null;
    },
    list: async (siteId, filter, { cursor, limit }) => {
      let query = filtered(ofSite(siteId), filter)
        .orderBy('comments.comment_id', 'desc')
        .limit(limit + 1);
      if (cursor !== null) query = query.where('comments.comment_id', '<', cursor);
      return (await query.execute()).map(commentOf);
    },
    listThread: async (siteId, threadId, { cursor, limit }) => {
      let query = ofSite(siteId)
        .where('thread_id', '=', threadId)
        .where('status', '=', 'approved')
        .orderBy('created_at')
        .orderBy('comment_id')
        .limit(limit + 1);
      if (cursor !== null) {
        const last = await get(siteId, cursor);
        if (last?.thread_id !== threadId) return null;
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'comment_id'), '>', tuple(last.created_at, last.id)),
        );
      }
      return (await query.execute()).map(commentOf);
    },
    revisions: async (siteId, commentId) => {
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('comment_id', '=', commentId)
        .orderBy('version')
        .execute();
      return rows.map(revisionOf);
    },
  };
}

function history(
  db: Database,
): Pick<CommentStore, 'pendingOf' | 'recentTimes' | 'lastSameText' | 'countApproved'> {
  return {
    pendingOf: async (siteId, authorId, limit) => {
      const rows = await db
        .selectFrom('comments')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .where('status', '=', 'pending')
        .orderBy('comment_id')
        .limit(limit)
        .execute();
      return rows.map(commentOf);
    },
    recentTimes: async (siteId, { by, value, since, limit }) => {
      const rows = await db
        .selectFrom('comments')
        .select('received_at')
        .where('site_id', '=', siteId)
        .where(by, '=', value)
        .where('received_at', '>=', since)
        .orderBy('received_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.received_at);
    },
    lastSameText: async (siteId, { author_id, fingerprint, since, except }) => {
      let query = db
        .selectFrom('comments')
        .select('received_at')
        .where('site_id', '=', siteId)
        .where('fingerprint', '=', fingerprint)
        .where('received_at', '>=', since)
        .where('author_id', '=', author_id)
        .orderBy('received_at', 'desc')
        .limit(1);
      if (except !== null) query = query.where('comment_id', '<>', except);
      return (await query.executeTakeFirst())?.received_at ?? null;
    },
    countApproved: async (siteId, authorId) => {
      const { count } = await db
        .selectFrom('comments')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .where('status', '=', 'approved')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function rowOf(siteId: string, { id, metadata, ...rest }: Comment): CommentRow {
  return {
    ...rest,
    site_id: siteId,
    comment_id: id,
    search_text: searchText(rest.body),
    metadata: metadata === null ? null : JSON.stringify(metadata),
  };
}

function commentOf(row: CommentRow): Comment {
  const { site_id: _, search_text: __, comment_id, status, metadata, ...rest } = row;
  return {
    ...rest,
    id: comment_id,
    status: status as Status,
    metadata: metadata === null ? null : (JSON.parse(metadata) as Record<string, string>),
  };
}

function revisionOf({ site_id: _, revision_id, ...rest }: RevisionRow): Revision {
  return { id: revision_id, ...rest };
}
