import { Type } from '@sinclair/typebox';

import { POLICY_TERMS_MAX } from '../../limits.js';
import { blockedTermOf } from '../publisher/blocked-term.js';
import { compileBlockedTerms } from '../publisher/find-terms.js';
import { BlockedTerm } from '../publisher/term-schema.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  terms: Type.Array(BlockedTerm, {
    maxItems: POLICY_TERMS_MAX,
    default: [],
    description:
      'Words and phrases that are not permitted, in any spelling that reads the same. An asterisk ' +
      'in a word stands for any letters: "casino*", "c*sino". As an object, a term can be a ' +
      'regular expression, and have its own standard, action, languages and fields.',
  }),
});

export const blockedTerms: Rule<typeof settings> = {
  id: 'blocked_terms',
  standard: 'off_limits',
  reasons: [
    'off_limits.term',
    'profanity.own_term',
    'attack.own_term',
    'hate.own_term',
    'threat.own_term',
    'sexual.own_term',
    'spam.own_term',
    'personal_information.own_term',
    'conduct.own_term',
    'blocked.own_term',
  ],
  description:
    "Finds the publisher's own blocked terms, in the body and the author's name, and where a term " +
    'says so in the e-mail address and the page.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: ({ terms }, { allowed_terms }) =>
    terms.length === 0
      ? () => CLEAR
      : compileBlockedTerms(terms.map(blockedTermOf), allowed_terms),
};
