import type { Caller, Deps } from '../deps.js';
import type { Claim } from '../domain/claim.js';
import { timestamp } from '../domain/time.js';
import { CLAIMS_MAX } from '../limits/desk.js';
import type { Store } from '../store/store.js';
import { moderator } from './decide-comment.js';
import { answerOnce, type IdempotentRequest } from './idempotency.js';
import { lineFilter, type QueueQuery } from './queueing/filter.js';
import { type QueueItem, queueItems } from './queueing/items.js';
import { line, type InLine } from './queueing/line.js';
import { momentNow } from './queueing/moment.js';
import { claimTaken } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';
import type { QueueMoment } from '../store/queue-filter.js';

export interface ClaimInput {
  readonly caller: Caller;
  readonly query: Omit<QueueQuery, 'claimed'>;
  readonly count: number;
  readonly minutes: number;
  readonly idempotency: IdempotentRequest | null;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId' | 'inFlight'>;

/** Claims that lapsed and are removed with each claiming: more than are taken in one. */
const PURGED = 2 * CLAIMS_MAX;

interface Taken {
  readonly moment: QueueMoment;
  readonly inLine: readonly InLine[];
}

/**
 * Gives a moderator the next comments of the queue that nobody holds, for some minutes, in its
 * order. Two never get the same one. Fewer come where fewer wait, or where the moderator would
 * hold more than one may.
 *
 * @throws GatepostError those of idempotent requests.
 */
export async function claimComments(deps: Needs, input: ClaimInput): Promise<QueueItem[]> {
  const answered = await answerOnce(deps, input, () =>
    Promise.resolve(async (store: Store) => takeNext({ ...deps, store }, input)),
  );
  return queueItems(deps, input.caller, answered.answer);
}

async function takeNext(deps: Needs, input: ClaimInput): Promise<Taken> {
  const { store } = deps;
  const { caller, query } = input;
  const siteId = caller.site_id;
  const moment = momentNow(deps);
  const now = timestamp(deps.clock());
  await store.claims.purge(siteId, now, PURGED);
  const held = await store.claims.of(siteId, { key_id: caller.id, now });
  const limit = Math.min(input.count, CLAIMS_MAX - held.length);
  const filter = await lineFilter(deps, caller, { ...query, claimed: 'none' });
  if (limit <= 0 || filter === null) return { moment, inLine: [] };
  const inLine = await line(deps, siteId, { moment, filter, after: null, limit });
  const ids = inLine.map(({ comment_id }) => comment_id);
  const comments = await store.comments.byIds(siteId, ids);
  const expires_at = timestamp(Date.parse(now) + input.minutes * 60_000);
  const taken: InLine[] = [];
  const acts = [];
  for (const each of inLine) {
    const comment = comments.get(each.comment_id);
    const claim: Claim = {
      comment_id: each.comment_id,
      key_id: caller.id,
      claimed_at: now,
      expires_at,
    };
    // Where several processes share a database, another may have been quicker.
    if (comment === undefined || !(await store.claims.take(siteId, claim))) continue;
    taken.push(each);
    acts.push(claimTaken(claim, comment, moderator(caller)));
  }
  await recordActs(deps, siteId, acts);
  return { moment, inLine: taken };
}
