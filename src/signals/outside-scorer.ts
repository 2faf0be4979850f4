import { SCORER_REQUESTS_MAX } from '../limits.js';
import { breaker, type BreakerParts } from './breaker.js';
import { httpWire } from './http-wire.js';
import { openaiWire } from './openai-wire.js';
import { postJson, type Target } from './post-json.js';
import type { ScoredText, Scorer, ScorerAnswer } from './scorer.js';
import type { Wire } from './wire.js';

export type ScorerKind = 'http' | 'openai';

export interface ScorerSettings extends Target {
  readonly kind: ScorerKind;
  /** The model to ask for, or the name to keep for one that does not say its own. */
  readonly model: string | null;
}

/** `deadline` gives a signal that is aborted when a request that starts now must have ended. */
export interface ScorerParts extends BreakerParts {
  readonly deadline: () => AbortSignal;
}

const WIRES: Readonly<Record<ScorerKind, (model: string | null) => Wire>> = {
  http: httpWire,
  openai: openaiWire,
};

/** A scorer at an address. At most `SCORER_REQUESTS_MAX` requests to it are under way at once. */
export function outsideScorer(settings: ScorerSettings, parts: ScorerParts): Scorer {
  const wire = WIRES[settings.kind](settings.model);
  const circuit = breaker(parts);
  let underWay = 0;
  const ask = async (text: ScoredText): Promise<ScorerAnswer> => {
    const posted = await postJson(settings, wire.request(text), parts.deadline());
    if (posted.outcome !== 'answered') return posted;
    const said = wire.read(posted.answer);
    return said === null ? { outcome: 'bad_answer' } : { outcome: 'answered', ...said };
  };
  return {
    score: async (text) => {
      if (underWay >= SCORER_REQUESTS_MAX) return { outcome: 'busy' };
      const attempt = circuit.begin();
      if (attempt === null) return { outcome: 'circuit_open' };
      underWay += 1;
      const answer = await ask(text);
      underWay -= 1;
      if (answer.outcome === 'answered') attempt.succeeded();
      else if (answer.outcome === 'refused') attempt.ended();
      else attempt.failed();
      return answer;
    },
  };
}
