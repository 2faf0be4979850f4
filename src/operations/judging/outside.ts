import type { Deps } from '../../deps.js';
import type { OutsideFact } from '../../domain/outside-scores.js';
import type { Policy } from '../../domain/policy.js';
import type { HistoryFacts } from '../../moderation/facts.js';
import { languageOf } from '../../moderation/ordinary.js';
import { asksOutside, judge, type Judgement, type TextFacts } from './judge.js';

/** What is known of a comment. */
export interface Known {
  readonly text: TextFacts;
  readonly history: HistoryFacts;
}

/**
 * What came of asking outside: a fact; or that there is a scorer and it was not asked, because
 * nothing could follow from its answer.
 */
export type Asked = OutsideFact | 'not_asked';

/**
 * Asks the outside scorer of the instance about a text that would not be rejected without it.
 * Takes as long as the scorer's deadline, so never inside a transaction. Null without a scorer.
 */
export async function askOutside(
  deps: Pick<Deps, 'classifier' | 'scorer' | 'stopwatch' | 'meter' | 'log'>,
  policy: Policy,
  known: Known,
): Promise<Asked> {
  const { scorer, stopwatch, meter, log } = deps;
  if (scorer === null) return null;
  if (!asksOutside(policy, known.history.thread.section)) return 'not_asked';
  if (judge(deps, policy, known).verdict.action === 'reject') return 'not_asked';
  const started = stopwatch();
  const { body, shadow } = known.text;
  const answer = await scorer.score({ text: body, language: languageOf(shadow) });
  meter.scored(answer.outcome, (stopwatch() - started) / 1000);
  if (answer.outcome === 'answered') return { model: answer.model, scores: answer.scores };
  log.warn({ outcome: answer.outcome }, 'the outside scorer did not score a comment');
  return 'unavailable';
}

/**
 * Judges with what the outside scorer said. Where it was not asked, and the comment turns out not
 * to be rejected (a block was lifted meanwhile, say), its answer is missing after all: nothing
 * passes unread because of when it came.
 */
export function judgeAsked(
  deps: Pick<Deps, 'classifier' | 'stopwatch' | 'meter' | 'log'>,
  policy: Policy,
  { text, history, asked }: Known & { readonly asked: Asked },
): Judgement {
  const withOutside = (outside: OutsideFact): Judgement =>
    judge(deps, policy, { text: { ...text, outside }, history });
  if (asked !== 'not_asked') return withOutside(asked);
  const judgement = withOutside(null);
  if (judgement.verdict.action === 'reject') return judgement;
  return asksOutside(policy, history.thread.section) ? withOutside('unavailable') : judgement;
}
