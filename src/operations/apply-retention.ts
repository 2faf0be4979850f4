import type { Deps } from '../deps.js';
import type { Policy } from '../domain/policy.js';
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
): Promise<Retained> {
  const policy = await currentPolicy(deps, site_id);
  const work = { site_id, policy, dry_run };
  const { ip_days, rejected_body_days, withdrawn_body_days } = deskSettings(
    policy.document,
    'retention',
  );
  return {
    addresses: await taken(deps, work, { kind: 'identified', days: ip_days }),
    rejected_texts: await taken(deps, work, { kind: 'rejected', days: rejected_body_days }),
    withdrawn_texts: await taken(deps, work, { kind: 'withdrawn', days: withdrawn_body_days }),
    answers: await forgotten(deps, work),
  };
}

interface Work extends ApplyRetentionInput {
  readonly policy: Policy;
}

/** What a step is called on record. */
const RECORDED = {
  identified: 'addresses',
  rejected: 'rejected_texts',
  withdrawn: 'withdrawn_texts',
} as const satisfies Record<RetentionKind, keyof Retained>;

interface Overdue {
  readonly kind: RetentionKind;
  /** 0 for never. */
  readonly days: number;
}

async function taken(deps: Needs, work: Work, { kind, days }: Overdue): Promise<number> {
  if (days === 0) return 0;
  const before = secondsBefore(timestamp(deps.clock()), days * SECONDS_PER_DAY);
  if (work.dry_run) return deps.store.retention.count(work.site_id, kind, before);
  const pace = paceOf(deps, 0);
  let count = 0;
  for (;;) {
    const step = await deps.store.transaction(work.site_id, async (store) =>
      oneStep({ ...deps, store }, work, { kind, before }),
    );
    count += step;
    if (step < RETENTION_STEP) return count;
    await pace.giveWay();
  }
}

async function oneStep(
  deps: Needs,
  { site_id, policy }: Work,
  { kind, before }: { readonly kind: RetentionKind; readonly before: string },
): Promise<number> {
  const { retention, redactions } = deps.store;
  const ids = await retention[kind](site_id, before, RETENTION_STEP);
  if (ids.length === 0) return 0;
  if (kind === 'identified') await redactions.addresses(site_id, ids);
  else await redactions.texts(site_id, ids, timestamp(deps.clock()));
  const counts = { [RECORDED[kind]]: ids.length };
  await recordActs(deps, site_id, [retentionApplied(site_id, policy.version, counts)]);
  return ids.length;
}

/** Not on record: what was remembered for a day says nothing that is not stored elsewhere. */
async function forgotten(deps: Needs, { site_id, dry_run }: Work): Promise<number> {
  const before = secondsBefore(timestamp(deps.clock()), IDEMPOTENCY_TTL_SECONDS);
  const count = await deps.store.retention.countAnswers(site_id, before);
  if (dry_run) return count;
  const pace = paceOf(deps, 0);
  for (let left = count; left > 0; left -= RETENTION_STEP) {
    await deps.store.transaction(site_id, async (store) =>
      store.idempotency.purge(site_id, before, RETENTION_STEP),
    );
    await pace.giveWay();
  }
  return count;
}
