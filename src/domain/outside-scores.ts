import type { Attribute } from './attribute.js';

/** What a scorer outside of this service said of a text. */
export interface OutsideScores {
  /** As the scorer names the model; null where it does not. */
  readonly model: string | null;
  /** From 0 to 1; an attribute that was not scored is absent. */
  readonly scores: Readonly<Partial<Record<Attribute, number>>>;
}

/** The scorer's answer as a fact: null where it was not asked, and a word where it gave none. */
export type OutsideFact = OutsideScores | 'unavailable' | null;

/** What can come of asking a scorer. */
export const SCORER_OUTCOMES = [
  /** It gave its scores. */
  'answered',
  /** It would not read this text, as one that is too long; it may well read the next. */
  'refused',
  /** It did not answer within the deadline. */
  'timeout',
  /** No connection, or one that broke. */
  'unreachable',
  /** A status that is no answer, a redirect among them. */
  'failed',
  /** An answer that is too large, no JSON, or not of the agreed shape. */
  'bad_answer',
  /** Not asked: it failed too often just now. */
  'circuit_open',
  /** Not asked: too many requests to it are under way. */
  'busy',
] as const;

export type ScorerOutcome = (typeof SCORER_OUTCOMES)[number];
