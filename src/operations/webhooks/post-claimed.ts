import type { Deps } from '../../deps.js';
import { secondsBetween, timestamp } from '../../domain/time.js';
import { type Attempt, type Delivery, TEST_EVENT, type Webhook } from '../../domain/webhook.js';
import { waitMilliseconds } from '../../domain/webhook-schedule.js';
import { WEBHOOK_FAILING_SECONDS_MAX, WEBHOOK_LEASE_SECONDS } from '../../limits/webhooks.js';
import type { Settlement } from '../../store/delivery-store.js';
import type { Sent } from '../../webhooks/sender.js';
import { webhookDisabled } from '../recording/acts-of-webhooks.js';
import { recordActs } from '../recording/record-acts.js';
import { messageOf } from './message.js';

export type PostingDeps = Pick<
  Deps,
  'store' | 'clock' | 'stopwatch' | 'newId' | 'randomBytes' | 'sender' | 'meter' | 'log'
>;

/** One attempt that is to be made. */
export interface Posting {
  readonly site_id: string;
  readonly webhook: Webhook;
  /** Claimed for this attempt. */
  readonly delivery: Delivery;
  /** Ends the attempt; it then counts as not made. */
  readonly stop: AbortSignal;
}

const GONE = 410;

/** When an attempt that begins now counts as lost. */
export function leaseEnd({ clock }: Pick<Deps, 'clock'>): string {
  return timestamp(clock() + WEBHOOK_LEASE_SECONDS * 1000);
}

/** Posts a claimed delivery once and writes down what came of it. */
export async function postClaimed(
  deps: PostingDeps,
  { site_id: siteId, webhook, delivery: claimed, stop }: Posting,
): Promise<void> {
  const started_at = timestamp(deps.clock());
  const begun = deps.stopwatch();
  const message = await messageOf(deps, siteId, { webhook, delivery: claimed });
  const sent = await deps.sender.send(message, stop);
  const { problem, http_status } = sent;
  if (problem === 'stopped') {
    await deps.store.transaction(siteId, async ({ deliveries }) =>
      deliveries.release(siteId, claimed, timestamp(deps.clock())),
    );
    return;
  }
  const attempt: Attempt = {
    number: claimed.attempts,
    started_at,
    milliseconds: Math.round(deps.stopwatch() - begun),
    http_status,
    problem,
  };
  const left = settlementOf(deps, claimed, sent);
  await deps.store.transaction(siteId, async (store) =>
    writeDown({ ...deps, store }, siteId, { claimed, attempt, left }),
  );
  deps.meter.posted(left.status);
  if (problem !== null) {
    const ids = { webhook_id: webhook.id, delivery_id: claimed.id };
    deps.log.warn({ ...ids, status: http_status, problem }, 'a webhook was not delivered');
  }
}

function settlementOf(deps: PostingDeps, delivery: Delivery, sent: Sent): Settlement {
  const now = deps.clock();
  const settled_at = timestamp(now);
  if (sent.problem === null) return { status: 'delivered', next_attempt_at: null, settled_at };
  const wait = waitMilliseconds({
    attempts: delivery.attempts - delivery.attempts_before,
    retry_after_seconds: sent.retry_after_seconds,
    chance: deps.randomBytes(4).readUInt32BE() / 2 ** 32,
  });
  if (wait === null || sent.http_status === GONE || delivery.event_type === TEST_EVENT) {
    return { status: 'failed', next_attempt_at: null, settled_at };
  }
  return { status: 'pending', next_attempt_at: timestamp(now + wait), settled_at: null };
}

interface Outcome {
  readonly claimed: Delivery;
  readonly attempt: Attempt;
  readonly left: Settlement;
}

async function writeDown(
  deps: PostingDeps,
  siteId: string,
  { claimed, attempt, left }: Outcome,
): Promise<void> {
  const { deliveries } = deps.store;
  const webhook = await deps.store.webhooks.get(siteId, claimed.endpoint_id);
  // Deleted meanwhile: there is nobody to write it down for.
  if (webhook === null) return;
  await markEndpoint(deps, siteId, { webhook, claimed, attempt });
  await deliveries.recordAttempt(siteId, claimed.id, attempt);
  const ours = await deliveries.settle(siteId, claimed, left);
  if (ours && left.status !== 'pending') {
    await deliveries.promote(siteId, claimed, timestamp(deps.clock()));
  }
}

/** Remembers since when an endpoint fails, and disables one that is gone or fails for days. */
async function markEndpoint(
  deps: PostingDeps,
  siteId: string,
  { webhook, claimed, attempt }: Omit<Outcome, 'left'> & { readonly webhook: Webhook },
): Promise<void> {
  const now = timestamp(deps.clock());
  const { webhooks } = deps.store;
  const gone = attempt.http_status === GONE;
  // A test says how things stand; a bad one takes no part in how they go on.
  const idle = claimed.event_type === TEST_EVENT && attempt.problem !== null && !gone;
  if (attempt.problem === null || idle) {
    // Written even where it changes nothing: whoever plans for the endpoint waits for it, and so
    // sees whether an event that it puts in line still has one before it.
    await webhooks.failing(siteId, webhook.id, idle ? webhook.failing_since : null);
    return;
  }
  const since = webhook.failing_since ?? attempt.started_at;
  const failing = secondsBetween(since, now) >= WEBHOOK_FAILING_SECONDS_MAX;
  if (webhook.disabled_at !== null || !(gone || failing)) {
    await webhooks.failing(siteId, webhook.id, since);
    return;
  }
  const disabled_reason = gone ? 'gone' : 'failing';
  const after = { ...webhook, failing_since: since, disabled_at: now, disabled_reason } as const;
  await webhooks.replace(siteId, after);
  await recordActs(deps, siteId, [webhookDisabled(webhook, after)]);
  deps.log.warn({ webhook_id: webhook.id, reason: disabled_reason }, 'a webhook was disabled');
}
