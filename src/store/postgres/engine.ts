import pg from 'pg';

import {
  IDLE_TRANSACTION_MILLISECONDS,
  LOCK_WAIT_MILLISECONDS,
  POOL_CONNECTIONS_MAX,
  POOL_WAITING_MAX,
  POOL_WAIT_MILLISECONDS,
  SILENCE_MILLISECONDS,
  SITE_TRANSACTIONS_TOGETHER_MAX,
  STATEMENT_MILLISECONDS,
} from '../../limits/store.js';
import { APPLICATION_NAME } from '../database-url.js';
import type { Access, Engine, EngineOptions } from '../engine.js';
import { overloaded } from '../errors.js';
import { type Grouped, grouped } from '../grouped.js';
import { asTransaction, refuseInside } from '../inside-transaction.js';
import { accessTo } from './access.js';
import { collateTexts } from './collation.js';
import { isLost, translate, TYPES } from './connection.js';
import { siteSession } from './session.js';
import { gatheringSocket } from './socket.js';

/**
 * PostgreSQL 15 or later. Transactions of a site take the site's lock first: under READ COMMITTED
 * each statement then sees all that others of the site have done, and nothing changes until the
 * end. Several that wait for the same site on one instance are committed together.
 */
export function postgresEngine(url: string, { strict }: EngineOptions): Engine {
  const pool = poolOf(url, { max: POOL_CONNECTIONS_MAX, silence: SILENCE_MILLISECONDS });
  // Of its own: to ask over one that works would be to stand in line with everybody.
  const watching = poolOf(url, { max: 1, silence: POOL_WAIT_MILLISECONDS });
  const admit = (): void => {
    if (pool.waitingCount >= POOL_WAITING_MAX) throw overloaded();
  };
  const connect = async (): Promise<pg.PoolClient> => {
    admit();
    return pool.connect().catch(translate);
  };
  const accessOf = accessToClients();
  const groupOf = groupsBySite((siteId) =>
    grouped(
      siteSession(siteId, { connect, accessTo: accessOf }),
      SITE_TRANSACTIONS_TOGETHER_MAX,
    ),
  );
  return {
    reading: accessTo(pool, async () => {
      admit();
      if (strict) await refuseInside();
    }),
    transaction: async (siteId, work) =>
      groupOf(siteId, async (group) =>
        group.transaction(async (access) =>
          strict ? asTransaction(async () => work(access)) : work(access),
        ),
      ),
    beside: async (work) =>
      apart(await connect(), 'BEGIN READ WRITE', async (client) => {
        const access = accessOf(client);
        return strict ? asTransaction(async () => work(access)) : work(access);
      }),
    snapshot: async (work) =>
      apart(await connect(), SNAPSHOT, async (client) => work(accessOf(client))),
    migration: async (work) =>
      migrated(url, async (client) => {
        const access = accessOf(client);
        const result = await work(access);
        await collateTexts(access.db);
        return result;
      }),
    ping: shared(async () => {
      await watching.query('SELECT 1').catch(translate);
    }),
    close: async () => {
      await Promise.all([pool.end(), watching.end()]);
    },
  };
}

/** Whoever reads it all takes their time between two pages. */
const SNAPSHOT = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

const MIGRATION = `BEGIN READ WRITE; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
  SELECT pg_advisory_xact_lock(hashtextextended('gatepost: migrations', 0))`;

interface PoolOptions {
  readonly max: number;
  /** A connection of which nothing is heard for so long is given up; 0 for never. */
  readonly silence: number;
}

function poolOf(url: string, { max, silence }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION_NAME,
    max,
    connectionTimeoutMillis: POOL_WAIT_MILLISECONDS,
    query_timeout: silence,
    lock_timeout: LOCK_WAIT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MILLISECONDS,
    options: '-c default_transaction_read_only=on',
    pipeline: true,
    stream: gatheringSocket,
    types: TYPES,
  });
  // A connection that ends while nobody uses it is replaced when one is needed.
  pool.on('error', () => undefined);
  // Nor does one that ends between two queries of a transaction end the process: the next fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** On a connection of its own, that waits for as long as a large table takes to change. */
async function migrated<T>(
  url: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const own = poolOf(url, { max: 1, silence: 0 });
  try {
    return await apart(await own.connect().catch(translate), MIGRATION, work);
  } finally {
    await own.end();
  }
}

/** Whoever comes while it is being done gets the same answer. */
function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return async () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

/** A client keeps its way to the tables, and with it the statements that it knows. */
function accessToClients(): (client: pg.PoolClient) => Access {
  const known = new WeakMap<pg.PoolClient, Access>();
  return (client) => {
    const before = known.get(client);
    if (before) return before;
    const fresh = accessTo(client, null);
    known.set(client, fresh);
    return fresh;
  };
}

/** The group of each site at which something is being done; a site at rest has none. */
function groupsBySite(make: (siteId: string) => Grouped) {
  const groups = new Map<string, { readonly group: Grouped; users: number }>();
  return async <T>(siteId: string, use: (group: Grouped) => Promise<T>): Promise<T> => {
    const entry = groups.get(siteId) ?? { group: make(siteId), users: 0 };
    groups.set(siteId, entry);
    entry.users += 1;
    try {
      return await use(entry.group);
    } finally {
      entry.users -= 1;
      if (entry.users === 0) groups.delete(siteId);
    }
  };
}

/** A transaction beside those of the sites. */
async function apart<T>(
  client: pg.PoolClient,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  let lost = false;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    lost = isLost(error);
    await client.query('ROLLBACK').catch(() => {
      lost = true;
    });
    return translate(error);
  } finally {
    client.release(lost);
  }
}
