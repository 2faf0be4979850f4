/**
 * From which score on `balanced` holds a comment, by attribute: chosen so that at most one in a
 * hundred clean comments of a newspaper is held.
 */
export const HOLD_AT: Readonly<Record<string, number>> = {
  toxicity: 0.5,
  severe_toxicity: 0.5,
  insult: 0.5,
  profanity: 0.8,
  threat: 0.5,
  identity_attack: 0.5,
  sexually_explicit: 0.8,
};
