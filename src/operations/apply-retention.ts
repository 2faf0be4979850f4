import type { Deps } from '../deps.js';
import type { PolicyDocument } from '../domain/policy.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import { IDEMPOTENCY_TTL_SECONDS } from '../limits.js';
import { RETENTION_STEP } from '../limits/transfer.js';
import { deskSettings } from '../moderation/policy/desk/settings.js';
import type { RetentionKind } from '../store/retention-store.js';
import { currentPolicy } from './found.js';
import { retentionApplied } from './recording/acts-of-privacy.js';
import { recordActs } from './recording/record-acts.js';
import { paceOf } from './replaying/pace.js';

/** What was erased, or would be: comments, and remembered answers to requests. */
export interface Retained {
  /** Comments whose address and user agent went. */
  readonly addresses: number;
  readonly rejected_texts: number;
  readonly withdrawn_texts: number;
  /** Answers kept for requests that are repeated, once that time is over. */
  readonly answers: number;
}

export interface ApplyRetentionInput {
  readonly site_id: string;
  /** Only count what would go. */
  readonly dry_run: boolean;
}

/** Ends it between two steps; the next round goes on. */
type Going = Pick<AbortSignal, 'aborted'>;

const TO_THE_END: Going = { aborted: false };

type Needs = Pick<Deps, 'store' | 'clock' | 'stopwatch' | 'newId'>;

const SECONDS_PER_DAY = 86_400;

/**
 * Erases what a site's policy has not kept any longer, in steps between which everybody else has
 * their turn; each step is on record in its own transaction. Two who do it at once erase what
 * there is once.
 */
export async function applyRetention(
  deps: Needs,
  { site_id, dry_run }: ApplyRetentionInput,
  going: Going = TO_THE_END,
): Promise<Retained> {
  const work = { site_id, dry_run, going };
  return {
    addresses: await taken(deps, work, 'identified'),
    rejected_texts: await taken(deps, work, 'rejected'),
    withdrawn_texts: await taken(deps, work, 'withdrawn'),
    answers: await forgotten(deps, work),
  };
}

/** What a step is called on record. */
const RECORDED = {
  identified: 'addresses',
  rejected: 'rejected_texts',
  withdrawn: 'withdrawn_texts',
} as const satisfies Record<RetentionKind, keyof Retained>;

/** What of the policy says how long. */
const KEPT = {
  identified: 'ip_days',
  rejected: 'rejected_body_days',
  withdrawn: 'withdrawn_body_days',
} as const satisfies Record<RetentionKind, string>;

/** What came before it is past its time; null where it is kept for good. */
function keptSince(
  { clock }: Pick<Deps, 'clock'>,
  document: PolicyDocument,
  kind: RetentionKind,
): string | null {
  const days = deskSettings(document, 'retention')[KEPT[kind]];
  return days === 0 ? null : secondsBefore(timestamp(clock()), days * SECONDS_PER_DAY);
}

interface Work extends ApplyRetentionInput {
  readonly going: Going;
}

async function taken(
  deps: Needs,
  { site_id, dry_run, going }: Work,
  kind: RetentionKind,
): Promise<number> {
  const { document } = await currentPolicy(deps, site_id);
  const before = keptSince(deps, document, kind);
  if (before === null) return 0;
  if (dry_run) return deps.store.retention.count(site_id, kind, before);
  const pace = paceOf(deps, 0);
  let count = 0;
  while (!going.aborted) {
    const step = await deps.store.transaction(site_id, async (store) =>
      oneStep({ ...deps, store }, site_id, kind),
    );
    count += step;
    if (step < RETENTION_STEP) break;
    await pace.giveWay();
  }
  return count;
}

/** By the policy that is in force now: what was erased by one that was taken back is gone. */
async function oneStep(deps: Needs, siteId: string, kind: RetentionKind): Promise<number> {
  const { retention, redactions } = deps.store;
  const { document, version } = await currentPolicy(deps, siteId);
  const before = keptSince(deps, document, kind);
  const ids = before === null ? [] : await retention[kind](siteId, before, RETENTION_STEP);
  if (ids.length === 0) return 0;
  if (kind === 'identified') await redactions.addresses(siteId, ids);
  else await redactions.texts(siteId, ids, timestamp(deps.clock()));
  const counts = { [RECORDED[kind]]: ids.length };
  await recordActs(deps, siteId, [retentionApplied(siteId, version, counts)]);
  return ids.length;
}

/** Not on record: what was remembered for a day says nothing that is not stored elsewhere. */
async function forgotten(
  deps: Needs,
  { site_id, dry_run, going }: Work,
): Promise<number> {
  const before = secondsBefore(timestamp(deps.clock()), IDEMPOTENCY_TTL_SECONDS);
  const count = await deps.store.retention.countAnswers(site_id, before);
  if (dry_run) return count;
  const pace = paceOf(deps, 0);
  for (let left = count; left > 0 && !going.aborted; left -= RETENTION_STEP) {
    await deps.store.transaction(site_id, async (store) =>
      store.idempotency.purge(site_id, before, RETENTION_STEP),
    );
    await pace.giveWay();
  }
  return count;
}
