import { sql } from 'kysely';

import type { Comment, Revision } from '../domain/comment.js';
import type { Span } from '../domain/finding.js';
import type { PageRequest } from '../domain/page.js';
import { type CommentFilter, filtered } from './comment-filter.js';
import { type CommentHistory, commentHistory } from './comment-history.js';
import { commentOf, revisionOf, rowOf } from './comment-row.js';
import { type CommentSelection, commentSelection } from './comment-selection.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { insertRow, type Listing, prepared, type RunPrepared } from './prepared.js';
import { padded } from './record-store.js';
import { searchedComments } from './search.js';
import { foundSpans } from './search-spans.js';

export interface CommentStore extends CommentHistory, CommentSelection {
  /** @throws a unique violation for an external id that the site has. */
  insert(siteId: string, comment: Comment): Promise<void>;
  /** Only where the stored version is still `seenVersion`; else changes nothing and says false. */
  update(siteId: string, comment: Comment, seenVersion: number): Promise<boolean>;
  get(siteId: string, id: string): Promise<Comment | null>;
  getByExternalId(siteId: string, externalId: string): Promise<Comment | null>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, filter: CommentFilter, page: PageRequest): Promise<readonly Comment[]>;
  /** The same of those that have all the words of a text, latest first. */
  search(
    siteId: string,
    text: string,
    on: { readonly filter: CommentFilter; readonly page: PageRequest },
  ): Promise<readonly Comment[]>;
  /** Where a text that was found by a search has the words that were looked for. */
  found(text: string, body: string): readonly Span[];
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
  countAll(siteId: string): Promise<number>;
  /** Those of the ids that are comments of the site. */
  existing(siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** In the order of their ids; who is not there has no entry. */
  byIds(siteId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Comment>>;
  /** What those of the ids that answer to comments answer to. */
  parentsOf(siteId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** By id, after one; every comment of the site is met once. */
  after(siteId: string, id: string, limit: number): Promise<readonly Comment[]>;
  addRevision(siteId: string, revision: Revision): Promise<void>;
  /** The earlier texts, oldest first. */
  revisions(siteId: string, commentId: string): Promise<readonly Revision[]>;
}

export function commentStore(db: Database, { run, aside }: Listing): CommentStore {
  return {
    ...writes(db, run),
    ...reads(db, run),
    ...lists(aside),
    ...many(db, run),
    ...commentHistory(run),
    ...commentSelection(aside),
  };
}

function writes(db: Database, run: RunPrepared): Pick<CommentStore, Write> {
  return {
    insert: async (siteId, comment) => {
      await insertRow(run, 'comments', rowOf(siteId, comment));
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

type Write = 'insert' | 'update' | 'addRevision';
type List = 'list' | 'search' | 'found';
type Many = 'countAll' | 'existing' | 'byIds' | 'parentsOf' | 'after';

/** Comments of the whole site, or many of them at once. */
function many(db: Database, run: RunPrepared): Pick<CommentStore, Many> {
  const ofSite = (siteId: string) =>
    db.selectFrom('comments').selectAll().where('site_id', '=', siteId);
  return {
    countAll: async (siteId) => {
      const { count } = await db
        .selectFrom('comments')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    existing: async (siteId, ids) => {
      if (ids.length === 0) return new Set();
      const rows = await db
        .selectFrom('comments')
        .select('comment_id')
        .where('site_id', '=', siteId)
        .where('comment_id', 'in', padded(ids))
        .execute();
      return new Set(rows.map((row) => row.comment_id));
    },
    byIds: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await run(BY_IDS, { site_id: siteId, ids: listArgument(ids) });
      return new Map(rows.map((row) => [row.comment_id, commentOf(row)]));
    },
    parentsOf: async (siteId, ids) => {
      if (ids.length === 0) return [];
      const rows = await run(PARENTS_OF, { site_id: siteId, ids: listArgument(ids) });
      return rows.flatMap(({ parent_id }) => parent_id ?? []);
    },
    after: async (siteId, id, limit) => {
      const rows = await ofSite(siteId)
        .where('comment_id', '>', id)
        .orderBy('comment_id')
        .limit(sql.lit(limit))
        .execute();
      return rows.map(commentOf);
    },
  };
}

const BY_IDS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('comments')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'comment_id', argument('ids')))
    .orderBy('comment_id'),
);

const PARENTS_OF = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('comments')
    .select('parent_id')
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'comment_id', argument('ids')))
    .where('parent_id', 'is not', null),
);

const BY_ID = prepared<{ site_id: string; id: string }>()((db, argument) =>
  db
    .selectFrom('comments')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where('comment_id', '=', argument('id')),
);

const BY_EXTERNAL_ID = prepared<{ site_id: string; external_id: string }>()((db, argument) =>
  db
    .selectFrom('comments')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where('external_id', '=', argument('external_id')),
);

/** What people look for. */
function lists(aside: Database): Pick<CommentStore, List> {
  return {
    list: async (siteId, filter, { cursor, limit }) => {
      const ofSite = aside
        .selectFrom('comments')
        .selectAll('comments')
        .where('comments.site_id', '=', siteId);
      let query = filtered(ofSite, filter)
        .orderBy('comments.comment_id', 'desc')
        .limit(sql.lit(limit + 1));
      if (cursor !== null) query = query.where('comments.comment_id', '<', cursor);
      return (await query.execute()).map(commentOf);
    },
    found: foundSpans,
    search: async (siteId, text, on) =>
      (await searchedComments(aside, siteId, { text, ...on })).map(commentOf),
  };
}

function reads(
  db: Database,
  run: RunPrepared,
): Omit<CommentStore, keyof CommentHistory | keyof CommentSelection | Write | List | Many> {
  const ofSite = (siteId: string) =>
    db.selectFrom('comments').selectAll('comments').where('comments.site_id', '=', siteId);
  const get: CommentStore['get'] = async (siteId, id) => {
    const [row] = await run(BY_ID, { site_id: siteId, id });
    return row ? commentOf(row) : null;
  };
  return {
    get,
    getByExternalId: async (siteId, external_id) => {
      const [row] = await run(BY_EXTERNAL_ID, { site_id: siteId, external_id });
      return row ? commentOf(row) : null;
    },
    listThread: async (siteId, threadId, { cursor, limit }) => {
      let query = ofSite(siteId)
        .where('thread_id', '=', threadId)
        .where('status', '=', 'approved')
        .orderBy('created_at')
        .orderBy('comment_id')
        .limit(sql.lit(limit + 1));
      if (cursor !== null) {
        const last = await get(siteId, cursor);
        if (last?.thread_id !== threadId) return null;
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'comment_id'), '>', tuple(last.created_at, last.id)),
        );
      }
      return (await query.execute()).map(commentOf);
    },
    pendingOf: async (siteId, authorId, limit) => {
      const rows = await ofSite(siteId)
        .where('author_id', '=', authorId)
        .where('status', '=', 'pending')
        .orderBy('comment_id')
        .limit(sql.lit(limit))
        .execute();
      return rows.map(commentOf);
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
