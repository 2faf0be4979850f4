import { sql } from 'kysely';

import type { Author, IdentityKind, StatusCounts } from '../domain/author.js';
import { emailKey } from '../domain/identity.js';
import type { PageRequest } from '../domain/page.js';
import type { Status } from '../domain/status.js';
import { NAMESAKES_MAX } from '../limits.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { insertRow, type Listing, prepared } from './prepared.js';
import type { AuthorRow } from './schema.js';
import { contains, searchText } from './search.js';

export interface AuthorFilter {
  /** Anywhere in the name, whatever the case. */
  readonly name_contains?: string;
}

export interface NamesakeQuery {
  readonly folded_name: string;
  /** Null for an author whom the site has not met. */
  readonly except: string | null;
}

export interface AuthorStore {
  /** @throws a unique violation for an identity that the site knows. */
  insert(siteId: string, author: Author): Promise<void>;
  update(siteId: string, author: Author): Promise<void>;
  /** The author was met again, and is as before. */
  touch(siteId: string, id: string, updatedAt: string): Promise<void>;
  get(siteId: string, id: string): Promise<Author | null>;
  getByIdentity(siteId: string, kind: IdentityKind, key: string): Promise<Author | null>;
  getByExternalId(siteId: string, externalId: string): Promise<Author | null>;
  /** `NAMESAKES_MAX` authors, but for one, whose name reads the same: their ids. */
  namesakes(siteId: string, query: NamesakeQuery): Promise<readonly string[]>;
  byIds(siteId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Author>>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, filter: AuthorFilter, page: PageRequest): Promise<readonly Author[]>;
  /** How many comments of the author stand how. */
  counts(siteId: string, id: string): Promise<StatusCounts>;
  /** The same for several; who has no comments has no entry. */
  countsOf(siteId: string, ids: readonly string[]): Promise<ReadonlyMap<string, StatusCounts>>;
}

const NONE: StatusCounts = { approved: 0, pending: 0, rejected: 0, deleted: 0 };

const BY_IDENTITY = prepared<{ site_id: string; kind: string; key: string }>()((db, argument) =>
  db
    .selectFrom('authors')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where('identity_kind', '=', argument('kind'))
    .where('identity_key', '=', argument('key')),
);

const BY_IDS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('authors')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'author_id', argument('ids'))),
);

const TOUCH = prepared<{ site_id: string; id: string; updated_at: string }>()((db, argument) =>
  db
    .updateTable('authors')
    .set({ updated_at: argument('updated_at') })
    .where('site_id', '=', argument('site_id'))
    .where('author_id', '=', argument('id')),
);

const NAMESAKES = prepared<NamesakeQuery & { site_id: string; except: string }>()(
  (db, argument) =>
    db
      .selectFrom('authors')
      .select('author_id')
      .where('site_id', '=', argument('site_id'))
      .where('folded_name', '=', argument('folded_name'))
      .where('author_id', '<>', argument('except'))
      .limit(sql.lit(NAMESAKES_MAX)),
);

export function authorStore(db: Database, { run, aside }: Listing): AuthorStore {
  const ofSite = (siteId: string, of = db) =>
    of.selectFrom('authors').selectAll().where('site_id', '=', siteId);
  const byIdentity: AuthorStore['getByIdentity'] = async (site_id, kind, key) => {
    const [row] = await run(BY_IDENTITY, { site_id, kind, key });
    return row ? authorOf(row) : null;
  };
  const countsOf: AuthorStore['countsOf'] = async (siteId, ids) => countsBy(db, siteId, ids);
  return {
    insert: async (siteId, author) => {
      await insertRow(run, 'authors', rowOf(siteId, author));
    },
    update: async (siteId, author) => {
      const { site_id, author_id, ...rest } = rowOf(siteId, author);
      await db
        .updateTable('authors')
        .set(rest)
        .where('site_id', '=', site_id)
        .where('author_id', '=', author_id)
        .execute();
    },
    touch: async (site_id, id, updated_at) => {
      await run(TOUCH, { site_id, id, updated_at });
    },
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('author_id', '=', id).executeTakeFirst();
      return row ? authorOf(row) : null;
    },
    getByIdentity: byIdentity,
    getByExternalId: async (siteId, externalId) => byIdentity(siteId, 'external_id', externalId),
    namesakes: async (site_id, { except, ...query }) => {
      if (query.folded_name === '') return [];
      const rows = await run(NAMESAKES, { site_id, ...query, except: except ?? '' });
      return rows.map((row) => row.author_id);
    },
    byIds: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await run(BY_IDS, { site_id: siteId, ids: listArgument(ids) });
      return new Map(rows.map((row) => [row.author_id, authorOf(row)]));
    },
    list: async (siteId, { name_contains }, { cursor, limit }) => {
      let query = ofSite(siteId, aside).orderBy('author_id', 'desc').limit(limit + 1);
      if (cursor !== null) query = query.where('author_id', '<', cursor);
      if (name_contains !== undefined) {
        query = query.where(contains(sql.ref('authors.search_name'), searchText(name_contains)));
      }
      return (await query.execute()).map(authorOf);
    },
    counts: async (siteId, id) => (await countsOf(siteId, [id])).get(id) ?? NONE,
    countsOf,
  };
}

async function countsBy(
  db: Database,
  siteId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StatusCounts>> {
  const counts = new Map<string, StatusCounts>();
  if (ids.length === 0) return counts;
  const rows = await db
    .selectFrom('comments')
    .select(({ fn }) => ['author_id', 'status', fn.countAll().as('count')])
    .where('site_id', '=', siteId)
    .where('author_id', 'in', ids)
    .groupBy(['author_id', 'status'])
    .execute();
  for (const { author_id, status, count } of rows) {
    const before = counts.get(author_id) ?? NONE;
    counts.set(author_id, { ...before, [status as Status]: Number(count) });
  }
  return counts;
}

/** An author as they are stored. */
export function rowOf(siteId: string, author: Author): AuthorRow {
  return {
    site_id: siteId,
    author_id: author.id,
    search_name: searchText(author.name),
    email_key: author.email === null ? null : emailKey(author.email),
    identity_kind: author.identity_kind,
    identity_key: author.identity_key,
    external_id: author.external_id,
    name: author.name,
    folded_name: author.folded_name,
    email: author.email,
    url: author.url,
    accepted_policy_version: author.accepted_policy_version,
    created_at: author.created_at,
    updated_at: author.updated_at,
    erased_at: author.erased_at,
  };
}

/** An author from the row. */
export function authorOf(row: AuthorRow): Author {
  return {
    id: row.author_id,
    identity_kind: row.identity_kind as IdentityKind,
    identity_key: row.identity_key,
    external_id: row.external_id,
    name: row.name,
    folded_name: row.folded_name,
    email: row.email,
    url: row.url,
    accepted_policy_version: row.accepted_policy_version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    erased_at: row.erased_at,
  };
}
