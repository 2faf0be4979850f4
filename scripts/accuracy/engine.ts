import type { Action } from '../../src/domain/action.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { EMPTY_HISTORY, textFacts } from '../../src/moderation/facts.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';

/** Judges a text as the comment of a new author, under the default policy. */
export function engine(): (text: string) => Action {
  const compiled = compilePolicy({
    version: 1,
    digest: '',
    document: defaultPolicyDocument(),
    created_at: '',
    created_by: '',
  });
  const author = { name: 'Reader', email: null, url: null, ip: null, user_agent: null };
  return (body) => {
    const facts = textFacts({ body, author, locale: null });
    return evaluate(compiled, { ...facts, history: EMPTY_HISTORY, scores: null }).action;
  };
}
