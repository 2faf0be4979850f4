import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  sql,
  type SqlBool,
} from 'kysely';

import type { Block, BlockKind, BlockMode, BlockRaiser } from '../domain/block.js';
import type { PageRequest } from '../domain/page.js';
import { anyRangeInForce, blocksInForce, type Identifiers } from './blocks-in-force.js';
import type { Database } from './database.js';
import type { Running } from './prepared.js';
import type { BlockRow, Tables } from './schema.js';

export interface BlockFilter {
  readonly kind?: BlockKind;
  /** Only blocks on this author. */
  readonly author_id?: string;
  readonly in_force_at?: string;
}

/** When a block was lifted, by whom and why. */
export interface Lifting {
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  /** The block that takes its place; null where it just ends. */
  readonly replaced_by: string | null;
}

export type SameValue = Pick<Block, 'kind' | 'value'>;

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
  /** Lifts what is in force on a value: what has ended by itself stays as it is. */
  liftSame(siteId: string, same: SameValue, lifting: Lifting): Promise<readonly Block[]>;
  /** Every block that any of the identifiers falls under. */
  inForce(siteId: string, identifiers: Identifiers, now: string): Promise<readonly Block[]>;
  /** On the author itself, past ones too, newest first. */
  ofAuthor(siteId: string, authorId: string, limit: number): Promise<readonly Block[]>;
  /** The ids of a block and of all whose place it took, one after the other. */
  withReplaced(siteId: string, id: string): Promise<readonly string[]>;
  /**
   * Which of them somebody lifted, rather than that they ended by themselves; of one that was
   * replaced, whether that which replaced it last was lifted.
   */
  liftedAmong(siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many blocks by the policy an author had since that nobody lifted. */
  countByPolicy(siteId: string, authorId: string, since: string): Promise<number>;
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

export function blockStore(db: Database, { run }: Running): BlockStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('blocks').selectAll().where('site_id', '=', siteId);
  const lifted = (siteId: string, { at, by, reason, replaced_by }: Lifting) =>
    db
      .updateTable('blocks')
      .set({ lifted_at: at, lifted_by: by, lift_reason: reason, replaced_by })
      .where('site_id', '=', siteId)
      .where('lifted_at', 'is', null)
      .returningAll();
  return {
    ...reads(db),
    ...history(db),
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
    liftSame: async (siteId, { kind, value }, lifting) => {
      const rows = await lifted(siteId, lifting)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .where((eb) => inForceAt(eb, lifting.at))
        .execute();
      return rows.map(blockOf);
    },
    inForce: async (siteId, identifiers, now) =>
      (await blocksInForce(run, siteId, { ...identifiers, now })).map(blockOf),
    authorsBlocked: async (siteId, ids, now) => {
      if (ids.length === 0) return new Set();
      const rows = await ofSite(siteId)
        .where('kind', '=', 'author')
        .where('value', 'in', ids)
        .where((eb) => inForceAt(eb, now))
        .execute();
      return new Set(rows.map((row) => row.value));
    },
    hasIpBlocks: async (siteId, now) => anyRangeInForce(run, siteId, now),
  };
}

function reads(db: Database): Pick<BlockStore, 'get' | 'list' | 'ofAuthor'> {
  const ofSite = (siteId: string) =>
    db.selectFrom('blocks').selectAll().where('site_id', '=', siteId);
  return {
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('block_id', '=', id).executeTakeFirst();
      return row ? blockOf(row) : null;
    },
    list: async (siteId, { kind, author_id, in_force_at }, { cursor, limit }) => {
      let query = ofSite(siteId).orderBy('block_id', 'desc').limit(limit + 1);
      if (cursor !== null) query = query.where('block_id', '<', cursor);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (author_id !== undefined) {
        query = query.where('kind', '=', 'author').where('value', '=', author_id);
      }
      if (in_force_at !== undefined) query = query.where((eb) => inForceAt(eb, in_force_at));
      return (await query.execute()).map(blockOf);
    },
    ofAuthor: async (siteId, authorId, limit) => {
      const rows = await ofSite(siteId)
        .where('kind', '=', 'author')
        .where('value', '=', authorId)
        .orderBy('block_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(blockOf);
    },
  };
}

function history(db: Database): Pick<BlockStore, 'withReplaced' | 'liftedAmong' | 'countByPolicy'> {
  return {
    withReplaced: async (siteId, id) => {
      const { rows } = await sql<{ readonly block_id: string }>`
        WITH RECURSIVE chain (block_id) AS (
          SELECT block_id FROM blocks WHERE site_id = ${siteId} AND block_id = ${id}
          UNION
          SELECT b.block_id FROM blocks AS b
          JOIN chain ON b.replaced_by = chain.block_id WHERE b.site_id = ${siteId}
        )
        SELECT block_id FROM chain`.execute(db);
      return rows.map((row) => row.block_id);
    },
    liftedAmong: async (siteId, ids) => {
      if (ids.length === 0) return new Set();
      const { rows } = await sql<{ readonly origin: string }>`
        WITH RECURSIVE line (origin, block_id) AS (
          SELECT block_id, block_id FROM blocks
          WHERE site_id = ${siteId} AND block_id IN (${sql.join([...ids])})
          UNION
          SELECT line.origin, b.replaced_by FROM line
          JOIN blocks AS b ON b.site_id = ${siteId} AND b.block_id = line.block_id
          WHERE b.replaced_by IS NOT NULL
        )
        SELECT line.origin FROM line
        JOIN blocks AS b ON b.site_id = ${siteId} AND b.block_id = line.block_id
        WHERE b.replaced_by IS NULL AND b.lifted_at IS NOT NULL`.execute(db);
      return new Set(rows.map((row) => row.origin));
    },
    countByPolicy: async (siteId, authorId, since) => {
      const { count } = await db
        .selectFrom('blocks')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .where('kind', '=', 'author')
        .where('value', '=', authorId)
        .where('raised_by', '=', 'policy')
        .where('created_at', '>=', since)
        .where('lifted_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function inForceAt(eb: Where, now: string): Condition {
  return eb.and([
    eb('lifted_at', 'is', null),
    eb.or([eb('until', 'is', null), eb('until', '>', now)]),
  ]);
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
