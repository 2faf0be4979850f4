import { isObject, modelIn, type ScoreNames, scoresIn, type Wire } from './wire.js';

/**
 * Which categories speak of which attribute. First those of OpenAI's description of its API
 * (openai/openai-openapi, openapi.yaml at f85dbe2, `CreateModerationResponse`), then those of
 * Mistral's endpoint of the same shape (docs.mistral.ai, guardrailing), then our own name, for a
 * server of one's own. What depicts, instructs or confesses has no attribute: `violence`,
 * `illicit` and `self-harm` are what news is about, and the wishes among them are our rules'.
 */
const NAMES: ScoreNames = {
  toxicity: ['toxicity'],
  severe_toxicity: ['severe_toxicity'],
  insult: ['harassment', 'insult'],
  profanity: ['profanity'],
  threat: ['harassment/threatening', 'hate/threatening', 'violence_and_threats', 'threat'],
  identity_attack: ['hate', 'hate/threatening', 'hate_and_discrimination', 'identity_attack'],
  sexually_explicit: ['sexual', 'sexual/minors', 'sexually_explicit'],
};

/** `POST /v1/moderations`, as OpenAI has it and others take it over: one text, one result. */
export function openaiWire(model: string | null): Wire {
  return {
    request: ({ text }) => ({ input: text, ...(model !== null && { model }) }),
    read: (answer) => {
      const results: unknown = isObject(answer) ? answer['results'] : null;
      if (!isObject(answer) || !Array.isArray(results) || results.length !== 1) return null;
      const [result] = results as readonly unknown[];
      const scores = isObject(result) ? scoresIn(result['category_scores'], NAMES) : null;
      const named = modelIn(answer['model'], model);
      return scores === null || named === undefined ? null : { model: named, scores };
    },
  };
}
