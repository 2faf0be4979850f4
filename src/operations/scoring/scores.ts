import { ATTRIBUTES, type Attribute } from '../../domain/attribute.js';
import type { TextFacts } from '../judging/judge.js';

/** `house` is the probability that a moderator of the site would reject the text. */
export type ScoreName = Attribute | 'house';

/** Probabilities from 0 to 1; what was not scored is absent. */
export type TextScores = Readonly<Partial<Record<ScoreName, number>>>;

const SCORE_NAMES: readonly ScoreName[] = [...ATTRIBUTES, 'house'];

/** What a classifier gave a text. */
export function scoresOf({ scores }: Pick<TextFacts, 'scores'>): TextScores {
  const found: Partial<Record<ScoreName, number>> = {};
  for (const name of SCORE_NAMES) {
    const score = scores?.[name];
    if (score !== undefined) found[name] = score;
  }
  return found;
}

/** A text that stands by itself is nobody's. */
export const NOBODY = { name: '', email: null, url: null, ip: null, user_agent: null };
