import { loadClassifier } from '../../src/commands/load-classifier.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { EMPTY_HISTORY, textFacts } from '../../src/moderation/facts.js';
import { completePolicy } from '../../src/moderation/policy/complete.js';
import { normalize } from '../../src/text/normalize.js';
import { peers } from '../accuracy/peers.js';
import type { Subject } from './measure.js';
import { hostile, mixed, plain } from './texts.js';

/** The subject that the others are compared with. */
export const WHOLE_ENGINE = 'Gatepost, all rules';

/** The whole engine on texts of several kinds and with own terms, and other word filters. */
export function judging(): readonly Subject[] {
  return [
    { name: WHOLE_ENGINE, prose: plain, read: judge(0) },
    { name: 'Gatepost, accents, emoji and curly quotes', prose: mixed, read: judge(0) },
    { name: 'Gatepost, disguises and stray signs', prose: hostile, read: judge(0) },
    { name: 'Gatepost, 100 own terms', prose: plain, read: judge(100) },
    { name: 'Gatepost, 10,000 own terms', prose: plain, read: judge(10_000) },
    { name: 'Gatepost, trained model (text folded)', prose: plain, read: model() },
    ...peers().map(({ name, flags }) => ({ name, prose: plain, read: flags })),
  ];
}

/** Judges under the default policy with as many blocked terms of the publisher's own. */
function judge(terms: number): Subject['read'] {
  const own = Array.from({ length: terms }, (_, at) => `qz${letters(at)}x`);
  const completed = completePolicy({ rules: { blocked_terms: { terms: own } } });
  if (!completed.ok) throw new Error(JSON.stringify(completed.errors));
  const policy = { version: 1, digest: '', created_at: '', created_by: '' };
  const compiled = compilePolicy({ ...policy, document: completed.document });
  const author = { name: 'Reader', email: null, url: null, ip: null, user_agent: null };
  return (body) => {
    const facts = textFacts({ body, author, locale: null });
    return evaluate(compiled, { ...facts, history: EMPTY_HISTORY, scores: null });
  };
}

/** The trained model alone, all attributes; a text is folded once for it and the rules. */
function model(): Subject['read'] {
  const classifier = loadClassifier(null);
  const folded = remembered(normalize);
  return (body) => classifier.score(folded(body), null);
}

/** Folding is timed with the rules, so here it is done once. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

const letters = (at: number): string =>
  [...at.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('');
