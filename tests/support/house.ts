import { loadClassifier } from '../../src/commands/load-classifier.js';
import type { Deps } from '../../src/deps.js';
import { decideComment } from '../../src/operations/decide-comment.js';
import { learningEnded } from '../../src/operations/house/after-decision.js';
import { startTestApp, type TestApp } from './app.js';
import { submitted } from './replaying.js';
import type { Taught } from './teaching.js';

/** Reading a model takes a while; tests of one file share it. */
const classifier = loadClassifier(null);

/** A service with the shipped classifier. */
export async function startScoringApp(): Promise<TestApp> {
  return startTestApp({ classifier });
}

/**
 * Comments come in and moderators decide about them at once, an hour apart. What is learnt from a
 * decision is learnt before the next one.
 */
export async function teach(
  { deps, pass }: { readonly deps: Deps; pass(seconds: number): void },
  told: readonly Taught[],
): Promise<void> {
  let told_before = 0;
  for (const each of told) {
    told_before += 1;
    pass(3_600);
    const { body, rejected = false } = each;
    const author = each.author ?? `author ${told_before}`;
    const { comment } = await submitted(deps, { body, author });
    const name = each.moderator ?? `moderator ${Math.floor(told_before / 6) % 3}`;
    await decideComment(deps, {
      caller: { id: name, site_id: 'default', name, scope: 'moderate' },
      id: comment.id,
      action: rejected ? 'reject' : 'approve',
      seen_version: comment.version,
      reason: null,
      note: null,
    });
    await learningEnded(deps);
  }
}
