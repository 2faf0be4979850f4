import type { Caller, Deps } from '../deps.js';
import type { Span } from '../domain/finding.js';
import { SCORING_SLICE_MILLISECONDS } from '../limits/fronts.js';
import { detectLanguage } from '../text/language.js';
import { houseInForce } from './house/in-force.js';
import { factsOfText } from './judging/judge.js';
import { paceOf } from './replaying/pace.js';
import { NOBODY, scoresOf, type TextScores } from './scoring/scores.js';
import { sentencesOf } from './scoring/sentences.js';

export interface ScoreTextInput {
  readonly caller: Caller;
  readonly text: string;
  /** Of the page, for a text too short to tell its language. */
  readonly locale: string | null;
  /** Whether its sentences are scored as well. */
  readonly sentences: boolean;
}

/** What the classifiers give a text. */
export interface Scored {
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  /** Empty for a text in a language that the model was not trained on, and without a model. */
  readonly scores: TextScores;
  /** Each by itself, and none where they were not asked for; offsets in UTF-16 code units. */
  readonly sentences: readonly (Span & { readonly scores: TextScores })[];
}

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch'>;

/**
 * Scores a text by the model that is loaded and by what the site has taught. Judges nothing, stores
 * nothing and asks no outside scorer.
 */
export async function scoreText(deps: Needs, input: ScoreTextInput): Promise<Scored> {
  const { text, locale } = input;
  const house = await houseInForce(deps, input.caller.site_id);
  const language = detectLanguage(text);
  const scoresIn = (body: string, of: string | null): TextScores =>
    scoresOf(factsOfText(deps, { body, locale: of, author: NOBODY }, house));
  const scores = scoresIn(text, locale);
  const pace = paceOf(deps, SCORING_SLICE_MILLISECONDS);
  const sentences: (Span & { readonly scores: TextScores })[] = [];
  for (const span of input.sentences ? sentencesOf(text) : []) {
    if (pace.isOver()) await pace.giveWay();
    // A sentence is often too short to tell: it is in the language of the whole.
    const said = scoresIn(text.slice(span.start, span.end), language ?? locale);
    sentences.push({ ...span, scores: said });
  }
  return { language, scores, sentences };
}
