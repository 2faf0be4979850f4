import type { ShadowText } from '../text/shadow-text.js';

/** Probabilities from 0 to 1 by attribute ("insult"); one that was not scored is absent. */
export type Scores = Readonly<Record<string, number>>;

/** A trained model that scores a text. Pure: the same text always has the same scores. */
export interface Classifier {
  /** Names the model that scores; null where there is none, and then nothing is scored. */
  readonly version: string | null;
  score(shadow: ShadowText): Scores;
}

/** For an instance without a trained model: no attribute is scored, so no rule can read one. */
export const NO_CLASSIFIER: Classifier = {
  version: null,
  score: () => ({}),
};
