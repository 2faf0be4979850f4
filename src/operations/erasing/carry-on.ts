import type { Erasure } from '../../domain/erasure.js';
import { timestamp } from '../../domain/time.js';
import { ERASURE_STEP, FORGOTTEN_ANSWERS_STEP } from '../../limits/transfer.js';
import { OF_BLOCKED_AUTHOR } from '../blocking/take-down.js';
import { applyDecision } from '../deciding/apply-decision.js';
import { currentPolicy } from '../found.js';
import { paceOf } from '../replaying/pace.js';
import type { Step } from '../../store/person-store.js';
import { begun, type ErasingDeps, finish } from './finish.js';
import { disownNoticesFrom, endBlocksOn } from './former-identities.js';

/** Reasons that are ours; what a moderator wrote behind it goes. */
const REASONS_KEPT = [OF_BLOCKED_AUTHOR];

/**
 * Goes on with an erasure that was begun, a transaction for each step, until it is finished or the
 * stopwatch is past `until`. Two who do it at once do no harm: each step reads where the erasure
 * stands in the transaction that advances it.
 */
export async function carryOn(
  deps: ErasingDeps,
  siteId: string,
  { author_id, until }: { readonly author_id: string; readonly until: number },
): Promise<Erasure> {
  const pace = paceOf(deps, 0);
  for (;;) {
    const erasure = await deps.store.transaction(siteId, async (store) =>
      nextComments({ ...deps, store }, siteId, author_id),
    );
    if (erasure === null) {
      await forgetAnswers(deps, siteId, author_id);
      return deps.store.transaction(siteId, async (store) =>
        finish({ ...deps, store }, siteId, author_id),
      );
    }
    if (erasure.finished_at !== null || deps.stopwatch() > until) return erasure;
    await pace.giveWay();
  }
}

/** The next comments; null where there are no more. */
async function nextComments(
  deps: ErasingDeps,
  siteId: string,
  authorId: string,
): Promise<Erasure | null> {
  const { store } = deps;
  const erasure = await begun(deps, siteId, authorId);
  if (erasure.finished_at !== null) return erasure;
  const { done_through: after, keep_texts } = erasure;
  const ids = await store.redactions.commentsOf(siteId, authorId, { after, limit: ERASURE_STEP });
  const last = ids.at(-1);
  if (last === undefined) return null;
  const now = timestamp(deps.clock());
  if (!keep_texts) {
    await withdrawWaiting(deps, siteId, { erasure, ids });
    await store.redactions.texts(siteId, ids, now);
  }
  // Read before they go: a person can have had other names and addresses than the last.
  const former = await store.redactions.identitiesIn(siteId, ids);
  await disownNoticesFrom(deps, siteId, former);
  if (!erasure.keep_blocks) {
    await endBlocksOn(deps, siteId, { ...former, requested_by: erasure.requested_by });
  }
  await store.redactions.identities(siteId, ids, REASONS_KEPT);
  const further = { ...erasure, done_through: last, comments: erasure.comments + ids.length };
  await store.erasures.put(siteId, further);
  return further;
}

/** Of a comment without a text there is nothing to decide: what waits is withdrawn. */
async function withdrawWaiting(
  deps: ErasingDeps,
  siteId: string,
  { erasure, ids }: { readonly erasure: Erasure; readonly ids: readonly string[] },
): Promise<void> {
  const policy = await currentPolicy(deps, siteId);
  for (const id of ids) {
    const before = await deps.store.comments.get(siteId, id);
    if (before?.status !== 'pending') continue;
    await applyDecision(deps, siteId, {
      before,
      act: {
        actor: { kind: 'author', id: erasure.author_id, name: before.author_name },
        action: 'delete',
        shadow: false,
        reason: null,
        note: null,
      },
      policy,
    });
  }
}

/** Answers that were remembered for requests that are repeated hold comments as they were. */
async function forgetAnswers(deps: ErasingDeps, siteId: string, authorId: string): Promise<void> {
  const pace = paceOf(deps, 0);
  let after: string | null = '';
  while (after !== null) {
    const step: Step = { after, limit: FORGOTTEN_ANSWERS_STEP };
    after = await deps.store.transaction(siteId, async (store) =>
      store.persons.forgetAnswers(siteId, authorId, step),
    );
    await pace.giveWay();
  }
}
