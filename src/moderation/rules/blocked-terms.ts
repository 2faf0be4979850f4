import { Type } from '@sinclair/typebox';

import { POLICY_TERMS_MAX, TERM_LENGTH_MAX } from '../../limits.js';
import { compileTerms } from '../../text/terms/matcher.js';
import { searchTexts } from '../hits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  terms: Type.Array(Type.String({ minLength: 1, maxLength: TERM_LENGTH_MAX }), {
    maxItems: POLICY_TERMS_MAX,
    default: [],
    description:
      'Words and phrases that are not permitted, in any spelling that reads the same. An asterisk ' +
      'at the beginning or the end stands for any letters: "casino*".',
  }),
});

export const blockedTerms: Rule<typeof settings> = {
  id: 'blocked_terms',
  standard: 'off_limits',
  reasons: ['off_limits.term'],
  description: "Finds the publisher's own blocked terms, in the body and in the author's name.",
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: ({ terms }, { allowed_terms }) => {
    if (terms.length === 0) return () => CLEAR;
    const entries = terms.map((text) => ({ text, value: null }));
    const matcher = compileTerms(entries, allowed_terms);
    return (facts) =>
      searchTexts(facts, 'off_limits.term', (shadow) =>
        matcher.find(shadow).map(({ entry, start, end }) => ({ term: entry.text, start, end })),
      );
  },
};
