import type { PageRequest } from '../domain/page.js';
import type { Attempt, AttemptProblem, Delivery, DeliveryStatus } from '../domain/webhook.js';
import type { Database } from './database.js';
import { type DeliveryClaims, deliveryClaims } from './delivery-claims.js';
import type { Access } from './engine.js';
import type { WebhookAttemptRow, WebhookDeliveryRow } from './schema-desk.js';

/** How an attempt leaves its delivery. */
export type Settlement = Pick<Delivery, 'status' | 'next_attempt_at' | 'settled_at'>;

export interface DeliveryStore extends DeliveryClaims {
  insert(siteId: string, deliveries: readonly Delivery[]): Promise<void>;
  get(siteId: string, endpointId: string, id: string): Promise<Delivery | null>;
  /** Newest first, one more than asked for where there are more. */
  list(
    siteId: string,
    filter: { readonly endpoint_id: string; readonly status: DeliveryStatus | null },
    page: PageRequest,
  ): Promise<readonly Delivery[]>;
  /** The latest `limit`, oldest of them first. */
  attempts(siteId: string, id: string, limit: number): Promise<readonly Attempt[]>;
  /** Whether an event of the comment is pending there. */
  waiting(siteId: string, endpointId: string, commentId: string): Promise<boolean>;
  /** Ends the attempt of a claimed delivery; false where it is no longer ours. */
  settle(siteId: string, claimed: Delivery, settlement: Settlement): Promise<boolean>;
  /** Gives a claimed delivery back as if nothing had been tried. */
  release(siteId: string, claimed: Delivery, now: string): Promise<void>;
  /** Does nothing where the attempt is there already. */
  recordAttempt(siteId: string, id: string, attempt: Attempt): Promise<void>;
  /** Lets the comment's first pending event go, where it was waiting for one before. */
  promote(siteId: string, delivery: Delivery, now: string): Promise<void>;
  /** Given up since a time, in the order in which they were made. */
  failedSince(
    siteId: string,
    endpointId: string,
    query: { readonly since: string; readonly limit: number },
  ): Promise<readonly Delivery[]>;
  /** Makes a settled delivery pending again; false for one that is not settled. */
  reopen(siteId: string, id: string, nextAttemptAt: string | null): Promise<boolean>;
  /** Removes settled ones from before a time, or with null all; says how many, up to `limit`. */
  sweep(
    siteId: string,
    endpointId: string,
    which: { readonly settled_before: string | null; readonly limit: number },
  ): Promise<number>;
}

export function deliveryStore(
  db: Database,
  { locksRows }: Pick<Access, 'locksRows'>,
): DeliveryStore {
  const at = (siteId: string, endpointId: string) =>
    db
      .selectFrom('webhook_deliveries')
      .where('site_id', '=', siteId)
      .where('endpoint_id', '=', endpointId);
  return {
    ...changes(db),
    ...deliveryClaims(db, locksRows),
    promote: promote(db),
    sweep: sweep(db),
    get: async (siteId, endpointId, id) => {
      const row = await at(siteId, endpointId)
        .selectAll()
        .where('delivery_id', '=', id)
        .executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    list: async (siteId, { endpoint_id, status }, { cursor, limit }) => {
      let query = at(siteId, endpoint_id)
        .selectAll()
        .orderBy('delivery_id', 'desc')
        .limit(limit + 1);
      if (status !== null) query = query.where('status', '=', status);
      if (cursor !== null) query = query.where('delivery_id', '<', cursor);
      return (await query.execute()).map(deliveryOf);
    },
    attempts: async (siteId, id, limit) => {
      const rows = await db
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('delivery_id', '=', id)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(attemptOf).toReversed();
    },
    waiting: async (siteId, endpointId, commentId) => {
      const row = await at(siteId, endpointId)
        .select('delivery_id')
        .where('comment_id', '=', commentId)
        .where('status', '=', 'pending')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    failedSince: async (siteId, endpointId, { since, limit }) => {
      const rows = await at(siteId, endpointId)
        .selectAll()
        .where('status', '=', 'failed')
        .where('settled_at', '>=', since)
        .orderBy('delivery_id')
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },
  };
}

type Changes = Pick<
  DeliveryStore,
  'insert' | 'settle' | 'release' | 'recordAttempt' | 'reopen'
>;

function changes(db: Database): Changes {
  const change = (siteId: string, id: string) =>
    db
      .updateTable('webhook_deliveries')
      .where('site_id', '=', siteId)
      .where('delivery_id', '=', id);
  const ours = (siteId: string, { id, attempts }: Delivery) =>
    change(siteId, id).where('status', '=', 'pending').where('attempts', '=', attempts);
  return {
    insert: async (siteId, deliveries) => {
      const rows = deliveries.map(({ id, ...rest }) => ({
        site_id: siteId,
        delivery_id: id,
        ...rest,
      }));
      await db.insertInto('webhook_deliveries').values(rows).execute();
    },
    settle: async (siteId, claimed, settlement) => {
      const { numUpdatedRows } = await ours(siteId, claimed).set(settlement).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    release: async (siteId, claimed, now) => {
      const before = { attempts: claimed.attempts - 1, next_attempt_at: now };
      await ours(siteId, claimed).set(before).execute();
    },
    recordAttempt: async (siteId, id, attempt) => {
      await db
        .insertInto('webhook_attempts')
        .values({ site_id: siteId, delivery_id: id, ...attempt })
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'delivery_id', 'number']).doNothing(),
        )
        .execute();
    },
    reopen: async (siteId, id, nextAttemptAt) => {
      const { numUpdatedRows } = await change(siteId, id)
        .set((eb) => ({
          status: 'pending',
          attempts_before: eb.ref('attempts'),
          next_attempt_at: nextAttemptAt,
          settled_at: null,
        }))
        .where('status', '<>', 'pending')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function promote(db: Database): DeliveryStore['promote'] {
  return async (siteId, { endpoint_id, comment_id }, now) => {
    if (comment_id === null) return;
    const first = await db
      .selectFrom('webhook_deliveries')
      .select(['delivery_id', 'next_attempt_at'])
      .where('site_id', '=', siteId)
      .where('endpoint_id', '=', endpoint_id)
      .where('comment_id', '=', comment_id)
      .where('status', '=', 'pending')
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst();
    if (first?.next_attempt_at !== null) return;
    await db
      .updateTable('webhook_deliveries')
      .set({ next_attempt_at: now })
      .where('site_id', '=', siteId)
      .where('delivery_id', '=', first.delivery_id)
      .execute();
  };
}

function sweep(db: Database): DeliveryStore['sweep'] {
  return async (siteId, endpointId, { settled_before, limit }) => {
    let query = db
      .selectFrom('webhook_deliveries')
      .select('delivery_id')
      .where('site_id', '=', siteId)
      .where('endpoint_id', '=', endpointId)
      .limit(limit);
    if (settled_before !== null) query = query.where('settled_at', '<', settled_before);
    const ids = (await query.execute()).map((row) => row.delivery_id);
    if (ids.length === 0) return 0;
    for (const table of ['webhook_attempts', 'webhook_deliveries'] as const) {
      await db
        .deleteFrom(table)
        .where('site_id', '=', siteId)
        .where('delivery_id', 'in', ids)
        .execute();
    }
    return ids.length;
  };
}

export function deliveryOf(row: WebhookDeliveryRow): Delivery {
  const { site_id: _, delivery_id, event_type, status, ...rest } = row;
  return {
    ...rest,
    id: delivery_id,
    event_type: event_type as Delivery['event_type'],
    status: status as DeliveryStatus,
  };
}

function attemptOf(row: WebhookAttemptRow): Attempt {
  const { site_id: _, delivery_id: __, problem, ...rest } = row;
  return { ...rest, problem: problem as AttemptProblem | null };
}
