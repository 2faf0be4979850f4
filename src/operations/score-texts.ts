import type { Caller, Deps } from '../deps.js';
import type { Policy } from '../domain/policy.js';
import type { Standard } from '../domain/standard.js';
import { SCORING_SLICE_MILLISECONDS } from '../limits/fronts.js';
import { EMPTY_HISTORY } from '../moderation/facts.js';
import { detectLanguage } from '../text/language.js';
import { currentPolicy } from './found.js';
import { factsOfText, verdictOf } from './judging/judge.js';
import { paceOf } from './replaying/pace.js';
import { NOBODY, scoresOf, type TextScores } from './scoring/scores.js';

/** What a text says by itself, whoever wrote it and wherever. */
export interface ScoredText {
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  /** Empty for a text in a language that the model was not trained on, and without a model. */
  readonly scores: TextScores;
  /** The standards for which the site's policy would hold or reject it. */
  readonly standards: readonly Standard[];
}

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'meter' | 'log'>;

/**
 * Scores texts by themselves and judges them by the site's policy as if nothing else were known:
 * no author, no thread, no history. Nothing is stored, and no outside scorer is asked. Gives way to
 * other requests between the texts of a long list.
 */
export async function scoreTexts(
  deps: Needs,
  input: {
    readonly caller: Caller;
    readonly texts: readonly string[];
    /** Of the page, for texts too short to tell their language. */
    readonly locale: string | null;
  },
): Promise<readonly ScoredText[]> {
  const policy = await currentPolicy(deps, input.caller.site_id);
  const pace = paceOf(deps, SCORING_SLICE_MILLISECONDS);
  const scored: ScoredText[] = [];
  for (const text of input.texts) {
    if (pace.isOver()) await pace.giveWay();
    scored.push(scoredText(deps, policy, { text, locale: input.locale }));
  }
  return scored;
}

function scoredText(
  deps: Needs,
  policy: Policy,
  { text, locale }: { readonly text: string; readonly locale: string | null },
): ScoredText {
  const facts = factsOfText(deps, { body: text, locale, author: NOBODY }, null);
  const verdict = verdictOf(deps, policy, { text: facts, history: EMPTY_HISTORY });
  const acted = verdict.findings.filter(
    ({ outcome, action }) => outcome === 'match' && action !== 'approve',
  );
  return {
    language: detectLanguage(text),
    scores: scoresOf(facts),
    standards: [...new Set(acted.map(({ standard }) => standard))],
  };
}
