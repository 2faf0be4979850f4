import { Type } from '@sinclair/typebox';

import { type ReasonCode, REASONS } from '../domain/reasons.js';
import type { Facts } from './facts.js';
import { searchTexts } from './hits.js';
import type { Outcome, Rule } from './rule.js';
import type { Grade } from './terms/word.js';
import { isQuoted } from './threat/reported.js';

const settings = Type.Object({});

type Particulars = Pick<Rule, 'id' | 'description' | 'defaults'> & {
  readonly reason: ReasonCode;
  readonly grade: Grade;
};

/** Whoever quotes a word that is rejected may be telling of it, so a person reads that. */
function quotedApart({ body }: Facts, found: Outcome): readonly Outcome[] {
  if (found.kind !== 'match' || found.field !== 'body') return [found];
  const { spans = [], terms = [] } = found;
  const quoted = spans.map((span) => isQuoted(body, span));
  if (!quoted.includes(true)) return [found];
  const part = (wanted: boolean) => ({
    ...found,
    spans: spans.filter((_, at) => quoted[at] === wanted),
    terms: terms.filter((_, at) => quoted[at] === wanted),
  });
  const told: Outcome = { ...part(true), at_most: 'hold' };
  return quoted.includes(false) ? [part(false), told] : [told];
}

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
    compile: (_, { lexicon }) => (facts) => {
      const found = searchTexts(facts, reason, (shadow) => lexicon.graded(shadow, grade));
      return defaults.action === 'reject' ? found.flatMap((each) => quotedApart(facts, each)) : found;
    },
  };
}
