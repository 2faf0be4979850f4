import type { ShadowText } from '../text/shadow-text.js';
import type { ModelHeader } from './model-header.js';

/** Probabilities from 0 to 1 by attribute ("insult"); one that was not scored is absent. */
export type Scores = Readonly<Record<string, number>>;

/** A word that raised a score. Offsets in UTF-16 code units of the source. */
export interface Contribution {
  readonly start: number;
  readonly end: number;
  /** The word as it was read, folded. */
  readonly term: string;
  /** By how much the logit of the score falls without the word; above 0. */
  readonly weight: number;
}

/** What is known of a loaded model. */
export interface ModelFacts extends Omit<ModelHeader, 'heads'> {
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
}

/** A trained model that scores a text. Pure: the same text always has the same scores. */
export interface Classifier {
  /** Names the model that scores; null where there is none, and then nothing is scored. */
  readonly version: string | null;
  readonly model: ModelFacts | null;
  /**
   * Scores every attribute, or none: a text in a language that the model was not trained on has
   * no scores. `locale` is that of the page, for texts too short to tell.
   */
  score(shadow: ShadowText, locale: string | null): Scores;
  /**
   * The words that raised a score most, weightiest first, at most `CONTRIBUTIONS_MAX`; of a long
   * text those of the stretch that scores highest. Costs far more than scoring.
   */
  explain(shadow: ShadowText, attribute: string): readonly Contribution[];
}

/** For an instance without a trained model: no attribute is scored, so no rule can read one. */
export const NO_CLASSIFIER: Classifier = {
  version: null,
  model: null,
  score: () => ({}),
  explain: () => [],
};
