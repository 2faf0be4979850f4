import type { OutsideScores, ScorerOutcome } from '../domain/outside-scores.js';

/** All that a scorer is told: nothing of whose the text is, or where it stands. */
export interface ScoredText {
  readonly text: string;
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
}

export type ScorerAnswer =
  | ({ readonly outcome: 'answered' } & OutsideScores)
  | { readonly outcome: Exclude<ScorerOutcome, 'answered'> };

/** A scorer outside of this service. */
export interface Scorer {
  /** Resolves within the deadline, and never rejects: what went wrong is the outcome. */
  score(text: ScoredText): Promise<ScorerAnswer>;
}
