import { isObject, modelIn, type ScoreNames, scoresIn, type Wire } from './wire.js';

/** The contract calls attributes as we do. */
const NAMES: ScoreNames = {
  toxicity: ['toxicity'],
  severe_toxicity: ['severe_toxicity'],
  insult: ['insult'],
  profanity: ['profanity'],
  threat: ['threat'],
  identity_attack: ['identity_attack'],
  sexually_explicit: ['sexually_explicit'],
};

/**
 * The contract of docs/scorers.md: `{ text, language? }` is answered by
 * `{ scores: { attribute: number }, model? }`. `model` is kept where the scorer names none.
 */
export function httpWire(model: string | null): Wire {
  return {
    request: ({ text, language }) => ({ text, ...(language !== null && { language }) }),
    read: (answer) => {
      if (!isObject(answer)) return null;
      const scores = scoresIn(answer['scores'], NAMES);
      const named = modelIn(answer['model'], model);
      return scores === null || named === undefined ? null : { model: named, scores };
    },
  };
}
