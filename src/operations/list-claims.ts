import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { CLAIMS_MAX } from '../limits/desk.js';
import { type QueueItem, queueItems } from './queueing/items.js';
import { line } from './queueing/line.js';
import { momentNow } from './queueing/moment.js';

/** What a moderator holds, in the order of the queue. */
export async function listClaims(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller }: { readonly caller: Caller },
): Promise<QueueItem[]> {
  const moment = momentNow(deps);
  const claims = {
    held_by: 'me',
    site_id: caller.site_id,
    key_id: caller.id,
    now: timestamp(deps.clock()),
  } as const;
  const inLine = await line(deps, caller.site_id, {
    moment,
    filter: { claims },
    after: null,
    limit: CLAIMS_MAX,
  });
  return queueItems(deps, caller, { inLine, moment });
}
