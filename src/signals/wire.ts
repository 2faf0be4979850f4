import { ATTRIBUTES, type Attribute } from '../domain/attribute.js';
import type { OutsideScores } from '../domain/outside-scores.js';
import { SCORER_MODEL_LENGTH_MAX } from '../limits.js';
import type { ScoredText } from './scorer.js';

/** How a kind of scorer is spoken to. */
export interface Wire {
  /** The JSON of a request. */
  request(text: ScoredText): object;
  /** What an answer says; null where it is not of the agreed shape. */
  read(answer: unknown): OutsideScores | null;
}

/** By attribute, the names under which a scorer may give its score. */
export type ScoreNames = Readonly<Record<Attribute, readonly string[]>>;

/**
 * The scores that are ours: of several names of one attribute, the highest score. Other names are
 * passed over. Null where a score of ours is no number from 0 to 1.
 */
export function scoresIn(given: unknown, names: ScoreNames): OutsideScores['scores'] | null {
  if (!isObject(given)) return null;
  const scores: Partial<Record<Attribute, number>> = {};
  for (const attribute of ATTRIBUTES) {
    const found = names[attribute].filter((name) => Object.hasOwn(given, name));
    if (found.length === 0) continue;
    const values = found.map((name) => given[name]);
    if (!values.every(isScore)) return null;
    scores[attribute] = Math.max(...values);
  }
  return scores;
}

/** The name of a model in an answer, `otherwise` where there is none; undefined where it is odd. */
export function modelIn(
  given: unknown,
  otherwise: string | null,
): string | null | undefined {
  if (given === undefined || given === null) return otherwise;
  return typeof given === 'string' && given.length <= SCORER_MODEL_LENGTH_MAX ? given : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isScore = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;
