import type { Scores } from '../../src/classifier/classifier.js';
import { loadClassifier } from '../../src/commands/load-classifier.js';
import type { Action } from '../../src/domain/action.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { EMPTY_HISTORY, textFacts } from '../../src/moderation/facts.js';
import { normalize } from '../../src/text/normalize.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';

/** Judges a text as the comment of a new author, under the default policy and the shipped model. */
export function engine(): (text: string) => Action {
  const classifier = loadClassifier(null);
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
    const scores = classifier.score(facts.shadow, null);
    return evaluate(compiled, { ...facts, history: EMPTY_HISTORY, scores }).action;
  };
}

/** The scores of a text by the shipped model. */
export function scorer(): (text: string) => Scores {
  const classifier = loadClassifier(null);
  return (text) => classifier.score(normalize(text), null);
}
