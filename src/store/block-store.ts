import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';

import type { Block, BlockKind, BlockMode, BlockRaiser } from '../domain/block.js';
import type { PageRequest } from '../domain/page.js';
import type { Database } from './database.js';
import type { BlockRow, Tables } from './schema.js';

/** What came with a comment, in the form in which blocks compare it; null for what did not come. */
export interface Identifiers {
  readonly author_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly email_domain: string | null;
  /** 32 hexadecimal digits. */
  readonly ip: string | null;
}

export interface BlockFilter {
  readonly kind?: BlockKind;
  readonly in_force_at?: string;
}

/** When a block was lifted and by whom. */
export interface Lifting {
  readonly at: string;
  readonly by: string;
}

export interface BlockStore {
  /** `range` is what identifiers are compared with. */
  insert(
    siteId: string,
    block: Block,
    range: { readonly start: string; readonly end: string },
  ): Promise<void>;
  get(siteId: string, id: string): Promise<Block | null>;
  /** Newest first, one more than asked for where there are more. */
  list(siteId: string, filter: BlockFilter, page: PageRequest): Promise<readonly Block[]>;
  /** The block as it is then; null, and nothing changed, for one that is lifted or not there. */
  lift(siteId: string, id: string, lifting: Lifting): Promise<Block | null>;
  /** Those lifted. */
  liftAuthor(siteId: string, authorId: string, lifting: Lifting): Promise<readonly Block[]>;
  /** Every block that any of the identifiers falls under. */
  inForce(siteId: string, identifiers: Identifiers, now: string): Promise<readonly Block[]>;
  /** The block in force with the same value. */
  findSame(
    siteId: string,
    same: { readonly kind: BlockKind; readonly value: string; readonly now: string },
  ): Promise<Block | null>;
  /** On the author itself, past ones too, newest first. */
  ofAuthor(siteId: string, authorId: string): Promise<readonly Block[]>;
  /** Those of the authors who are blocked themselves. */
  authorsBlocked(
    siteId: string,
    ids: readonly string[],
    now: string,
  ): Promise<ReadonlySet<string>>;
  hasIpBlocks(siteId: string, now: string): Promise<boolean>;
}

type Where = ExpressionBuilder<Tables, 'blocks'>;
type Condition = ExpressionWrapper<Tables, 'blocks', SqlBool>;

export function blockStore(db: Database): BlockStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('blocks').selectAll().where('site_id', '=', siteId);
  const lifted = (siteId: string, { at, by }: Lifting) =>
    db
      .updateTable('blocks')
      .set({ lifted_at: at, lifted_by: by })
      .where('site_id', '=', siteId)
      .where('lifted_at', 'is', null)
      .returningAll();
  return {
    ...reads(db),
    insert: async (siteId, { id, ...rest }, { start, end }) => {
      await db
        .insertInto('blocks')
        .values({ site_id: siteId, block_id: id, range_start: start, range_end: end, ...rest })
        .execute();
    },
    lift: async (siteId, id, lifting) => {
      const row = await lifted(siteId, lifting).where('block_id', '=', id).executeTakeFirst();
      return row ? blockOf(row) : null;
    },
    liftAuthor: async (siteId, authorId, lifting) => {
      const rows = await lifted(siteId, lifting)
        .where('kind', '=', 'author')
        .where('value', '=', authorId)
        .execute();
      return rows.map(blockOf);
    },
    inForce: async (siteId, identifiers, now) => {
      const rows = await ofSite(siteId)
        .where((eb) => inForceAt(eb, now))
        .where((eb) => appliesTo(eb, identifiers))
        .orderBy('block_id')
        .execute();
      return rows.map(blockOf);
    },
    authorsBlocked: async (siteId, ids, now) => {
      if (ids.length === 0) return new Set();
      const rows = await ofSite(siteId)
        .where('kind', '=', 'author')
        .where('value', 'in', ids)
        .where((eb) => inForceAt(eb, now))
        .execute();
      return new Set(rows.map((row) => row.value));
    },
    hasIpBlocks: async (siteId, now) => {
      const row = await ofSite(siteId)
        .where('kind', '=', 'ip')
        .where((eb) => inForceAt(eb, now))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function reads(db: Database): Pick<BlockStore, 'get' | 'list' | 'findSame' | 'ofAuthor'> {
  const ofSite = (siteId: string) =>
    db.selectFrom('blocks').selectAll().where('site_id', '=', siteId);
  return {
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('block_id', '=', id).executeTakeFirst();
      return row ? blockOf(row) : null;
    },
    list: async (siteId, { kind, in_force_at }, { cursor, limit }) => {
      let query = ofSite(siteId).orderBy('block_id', 'desc').limit(limit + 1);
      if (cursor !== null) query = query.where('block_id', '<', cursor);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (in_force_at !== undefined) query = query.where((eb) => inForceAt(eb, in_force_at));
      return (await query.execute()).map(blockOf);
    },
    findSame: async (siteId, { kind, value, now }) => {
      const row = await ofSite(siteId)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .where((eb) => inForceAt(eb, now))
        .executeTakeFirst();
      return row ? blockOf(row) : null;
    },
    ofAuthor: async (siteId, authorId) => {
      const rows = await ofSite(siteId)
        .where('kind', '=', 'author')
        .where('value', '=', authorId)
        .orderBy('block_id', 'desc')
        .execute();
      return rows.map(blockOf);
    },
  };
}

function inForceAt(eb: Where, now: string): Condition {
  return eb.and([
    eb('lifted_at', 'is', null),
    eb.or([eb('until', 'is', null), eb('until', '>', now)]),
  ]);
}

function appliesTo(eb: Where, { ip, ...exact }: Identifiers): Condition {
  const kinds: readonly (readonly [BlockKind, string | null])[] = [
    ['author', exact.author_id],
    ['name', exact.name],
    ['email', exact.email],
    ['email_domain', exact.email_domain],
  ];
  const conditions = kinds.flatMap(([kind, value]) =>
    value === null ? [] : [eb.and([eb('kind', '=', kind), eb('range_start', '=', value)])],
  );
  if (ip !== null) {
    conditions.push(
      eb.and([eb('kind', '=', 'ip'), eb('range_start', '<=', ip), eb('range_end', '>=', ip)]),
    );
  }
  return eb.or(conditions);
}

function blockOf(row: BlockRow): Block {
  const { site_id: _, range_start: _start, range_end: _end, block_id, ...rest } = row;
  return {
    ...rest,
    id: block_id,
    kind: rest.kind as BlockKind,
    mode: rest.mode as BlockMode,
    raised_by: rest.raised_by as BlockRaiser,
  };
}
