import { Type } from '@sinclair/typebox';

import { type ReasonCode, REASONS } from '../domain/reasons.js';
import { searchTexts } from './hits.js';
import type { Rule } from './rule.js';
import type { Grade } from './terms/word.js';

const settings = Type.Object({});

type Particulars = Pick<Rule, 'id' | 'description' | 'defaults'> & {
  readonly reason: ReasonCode;
  readonly grade: Grade;
};

/** A rule that finds the words of one grade, in the body and in the name of the author. */
export function gradedWords(of: Particulars): Rule<typeof settings> {
  const { id, description, defaults, reason, grade } = of;
  return {
    id,
    standard: REASONS[reason].standard,
    reasons: [reason],
    description,
    settings,
    defaults,
    compile: (_, { lexicon }) => (facts) =>
      searchTexts(facts, reason, (shadow) => lexicon.graded(shadow, grade)),
  };
}
