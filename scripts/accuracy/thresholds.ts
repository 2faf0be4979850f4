import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import { classifierScores, SCORED_ATTRIBUTES } from '../../src/moderation/rules/classifier-scores.js';

/** From which score on a site's first policy holds a comment, by attribute. */
export const HOLD_AT: Readonly<Record<string, number>> = Object.fromEntries(
  SCORED_ATTRIBUTES.flatMap((attribute) => {
    const section = defaultPolicyDocument().rules[classifierScores.id]?.[attribute];
    const { hold_at } = section as { readonly hold_at: number | null };
    return hold_at === null ? [] : [[attribute, hold_at]];
  }),
);
