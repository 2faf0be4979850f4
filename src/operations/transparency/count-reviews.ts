import type { Deps } from '../../deps.js';
import { median } from '../../domain/median.js';
import { secondsBetween } from '../../domain/time.js';
import { TRANSPARENCY_PAGE } from '../../limits/desk.js';
import type { Within } from '../../store/statement-store.js';
import type { Reviewed } from '../../store/transparency-store.js';
import type { Pace } from '../replaying/pace.js';

/** What people made of decisions without a person. */
export interface CountedReviews {
  readonly waiting: {
    /** Comments that waited for a person and got a decision. */
    readonly decided: number;
    readonly approved: number;
    readonly rejected: number;
    readonly median_seconds: number | null;
  };
  readonly automation: {
    readonly rejections: number;
    /** Of these, those that a person looked at: decided about, or upheld on appeal. */
    readonly rejections_reviewed: number;
    readonly rejections_overturned: number;
    readonly approvals: number;
    /** Approved by the engine, and rejected by a person. */
    readonly approvals_overturned: number;
    /** `rejections_overturned` / `rejections_reviewed`; null where nobody looked. */
    readonly error_rate_of_reviewed: number | null;
    /** `rejections_overturned` / `rejections`; null where there were none. */
    readonly error_rate_of_all: number | null;
  };
}

/** Counts, for what was decided without a person within a time, the first decision by one. */
export async function countReviews(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { within, pace }: { readonly within: Within; readonly pace: Pace },
): Promise<CountedReviews> {
  const { transparency } = deps.store;
  const engine = await transparency.engineDecisions(siteId, within);
  const upheld = await transparency.upheldOfEngine(siteId, within);
  const tally = { approve: 0, reject: 0, overturned: 0, confirmed: 0, missed: 0 };
  const seconds: number[] = [];
  let page: readonly Reviewed[] = [];
  do {
    const after = page.at(-1) ?? null;
    page = await transparency.reviewed(siteId, within, { after, limit: TRANSPARENCY_PAGE });
    for (const { action, person_action, created_at, person_at } of page) {
      if (person_action !== 'approve' && person_action !== 'reject') continue;
      if (action === 'reject') tally[person_action === 'approve' ? 'overturned' : 'confirmed'] += 1;
      if (action === 'approve' && person_action === 'reject') tally.missed += 1;
      if (action !== 'hold') continue;
      tally[person_action] += 1;
      seconds.push(secondsBetween(created_at, person_at));
    }
    if (pace.isOver()) await pace.giveWay();
  } while (page.length === TRANSPARENCY_PAGE);
  const rejections = engine.get('reject') ?? 0;
  const looked = tally.overturned + tally.confirmed + upheld;
  return {
    waiting: {
      decided: seconds.length,
      approved: tally.approve,
      rejected: tally.reject,
      median_seconds: median(seconds),
    },
    automation: {
      rejections,
      rejections_reviewed: looked,
      rejections_overturned: tally.overturned,
      approvals: engine.get('approve') ?? 0,
      approvals_overturned: tally.missed,
      error_rate_of_reviewed: share(tally.overturned, looked),
      error_rate_of_all: share(tally.overturned, rejections),
    },
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
