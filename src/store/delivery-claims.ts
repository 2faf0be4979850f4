import type { Delivery } from '../domain/webhook.js';
import type { Database } from './database.js';
import { deliveryOf } from './delivery-store.js';

export interface Claim {
  readonly now: string;
  readonly lease_end: string;
  readonly limit: number;
}

export interface DeliveryClaims {
  /** Whether anything is to be tried by `now`. */
  isDue(siteId: string, endpointId: string, now: string): Promise<boolean>;
  /**
   * Takes what is to be tried by `now` for one attempt each, the longest due first. Nobody else
   * gets it before `lease_end`; what somebody takes at the same moment is left to them.
   */
  claimDue(siteId: string, endpointId: string, claim: Claim): Promise<readonly Delivery[]>;
}

export function deliveryClaims(db: Database, locksRows: boolean): DeliveryClaims {
  const dueAt = (siteId: string, endpointId: string, now: string) =>
    db
      .selectFrom('webhook_deliveries')
      .where('site_id', '=', siteId)
      .where('endpoint_id', '=', endpointId)
      .where('next_attempt_at', '<=', now);
  return {
    isDue: async (siteId, endpointId, now) => {
      const query = dueAt(siteId, endpointId, now).select('delivery_id').limit(1);
      return (await query.executeTakeFirst()) !== undefined;
    },
    claimDue: async (siteId, endpointId, { now, lease_end, limit }) => {
      const due = dueAt(siteId, endpointId, now)
        .selectAll()
        .orderBy('next_attempt_at')
        .orderBy('delivery_id')
        .limit(limit);
      const rows = await (locksRows ? due.forUpdate().skipLocked() : due).execute();
      if (rows.length === 0) return [];
      const ids = rows.map((row) => row.delivery_id);
      await db
        .updateTable('webhook_deliveries')
        .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: lease_end }))
        .where('site_id', '=', siteId)
        .where('delivery_id', 'in', ids)
        .execute();
      return rows.map((row) => {
        const delivery = deliveryOf(row);
        return { ...delivery, attempts: row.attempts + 1, next_attempt_at: lease_end };
      });
    },
  };
}
