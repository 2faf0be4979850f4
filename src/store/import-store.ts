import type { Author, IdentityKind } from '../domain/author.js';
import type { Comment } from '../domain/comment.js';
import type { Decision } from '../domain/decision.js';
import type { Thread } from '../domain/thread.js';
import { authorOf, rowOf as authorRow } from './author-store.js';
import { bulkInsert, type PlainRow } from './bulk-insert.js';
import { rowOf as commentRow } from './comment-row.js';
import type { Database } from './database.js';
import { rowOf as decisionRow } from './decision-row.js';
import { type ImportReplies, importReplies } from './import-replies.js';
import { padded } from './record-store.js';
import type { ImportRow } from './schema-desk.js';
import type { Tables } from './schema.js';
import { rowOf as threadRow, threadOf } from './thread-store.js';

/** How far the import of a file has come. */
export interface ImportRun {
  readonly id: string;
  readonly file_digest: string;
  readonly format: string;
  /** Entries of the file that are dealt with. */
  readonly records_read: number;
  readonly imported: number;
  readonly known: number;
  readonly started_at: string;
  readonly finished_at: string | null;
}

/** A comment that the site has, as far as its replies must know it. */
export type KnownComment = Pick<Comment, 'id' | 'external_id' | 'thread_id' | 'depth'>;

/** What comes with a lot of comments that the site does not have. */
export interface NewRecords {
  readonly threads: readonly Thread[];
  readonly authors: readonly Author[];
  readonly comments: readonly Comment[];
  readonly decisions: readonly Decision[];
}

/** Many at once, for imports alone. */
export interface ImportStore extends ImportReplies {
  run(siteId: string, fileDigest: string): Promise<ImportRun | null>;
  begin(siteId: string, run: ImportRun): Promise<void>;
  /** Only where the run is still as `seen` says; else changes nothing and says false. */
  advance(siteId: string, run: ImportRun, seen: ImportRun): Promise<boolean>;
  /** By external id. */
  knownComments(
    siteId: string,
    externalIds: readonly string[],
  ): Promise<ReadonlyMap<string, KnownComment>>;
  /** By external id. */
  threads(siteId: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, Thread>>;
  authors(
    siteId: string,
    kind: IdentityKind,
    keys: readonly string[],
  ): Promise<readonly Author[]>;
  insert(siteId: string, records: NewRecords): Promise<void>;
}

export function importStore(db: Database): ImportStore {
  return { ...runs(db), ...look(db), ...importReplies(db), insert: insert(db) };
}

function runs(db: Database): Pick<ImportStore, 'run' | 'begin' | 'advance'> {
  return {
    run: async (siteId, fileDigest) => {
      const row = await db
        .selectFrom('imports')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('file_digest', '=', fileDigest)
        .executeTakeFirst();
      return row ? runOf(row) : null;
    },
    begin: async (siteId, { id, ...run }) => {
      await db
        .insertInto('imports')
        .values({ site_id: siteId, import_id: id, ...run })
        .execute();
    },
    advance: async (siteId, { id, ...run }, seen) => {
      const { numUpdatedRows } = await db
        .updateTable('imports')
        .set(run)
        .where('site_id', '=', siteId)
        .where('import_id', '=', id)
        .where('records_read', '=', seen.records_read)
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function runOf({ site_id: _, import_id, ...rest }: ImportRow): ImportRun {
  return { id: import_id, ...rest };
}

function look(
  db: Database,
): Pick<ImportStore, 'knownComments' | 'threads' | 'authors'> {
  return {
    knownComments: async (siteId, externalIds) => {
      if (externalIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('comments')
        .select(['comment_id as id', 'external_id', 'thread_id', 'depth'])
        .where('site_id', '=', siteId)
        .where('external_id', 'in', padded(externalIds))
        .execute();
      return new Map(rows.map((row) => [row.external_id ?? '', row]));
    },
    threads: async (siteId, externalIds) => {
      if (externalIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('threads')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('external_id', 'in', padded(externalIds))
        .execute();
      return new Map(rows.map((row) => [row.external_id, threadOf(row)]));
    },
    authors: async (siteId, kind, keys) => {
      if (keys.length === 0) return [];
      const rows = await db
        .selectFrom('authors')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('identity_kind', '=', kind)
        .where('identity_key', 'in', padded(keys))
        .execute();
      return rows.map(authorOf);
    },
  };
}

function insert(db: Database): ImportStore['insert'] {
  return async (siteId, { threads, authors, comments, decisions }) => {
    const all = async <T extends object>(
      table: keyof Tables,
      things: readonly T[],
      row: (siteId: string, thing: T) => object,
    ): Promise<void> => {
      await bulkInsert(db, table, things.map((thing) => row(siteId, thing) as PlainRow));
    };
    await all('threads', threads, threadRow);
    await all('authors', authors, authorRow);
    await all('comments', comments, commentRow);
    await all('decisions', decisions, decisionRow);
  };
}
