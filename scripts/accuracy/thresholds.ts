/**
 * From which score on `balanced` holds a comment, by attribute: chosen so that at most one in a
 * hundred clean comments of a newspaper is held.
 */
export const HOLD_AT: Readonly<Record<string, number>> = {
  toxicity: 0.5,
  severe_toxicity: 0.3,
  insult: 0.45,
  profanity: 0.7,
  threat: 0.25,
  identity_attack: 0.5,
  sexually_explicit: 0.7,
};
