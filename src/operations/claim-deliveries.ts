import type { Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import type { Delivery } from '../domain/webhook.js';
import { leaseEnd } from './webhooks/post-claimed.js';

/**
 * Takes what is due at one endpoint, each for one attempt. Instances that ask at the same moment
 * share it, and none waits for another. What a process that dies had taken is due again when its
 * lease ends.
 */
export async function claimDeliveries(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  at: { readonly site_id: string; readonly id: string; readonly limit: number },
): Promise<readonly Delivery[]> {
  const now = timestamp(clock());
  // Mostly there is nothing, which costs no transaction.
  if (!(await store.deliveries.isDue(at.site_id, at.id, now))) return [];
  const claim = {
    now,
    lease_end: leaseEnd({ clock }),
    limit: at.limit,
  };
  return store.beside(async ({ deliveries }) => deliveries.claimDue(at.site_id, at.id, claim));
}
