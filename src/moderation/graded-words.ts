import { Type } from '@sinclair/typebox';

import type { Action } from '../domain/action.js';
import { type ReasonCode, REASONS } from '../domain/reasons.js';
import { type Speech, speechOf } from './quotation.js';
import type { Facts } from './facts.js';
import { searchTexts } from './hits.js';
import type { Outcome, Rule } from './rule.js';
import type { Grade } from './terms/word.js';

const settings = Type.Object({});

type Particulars = Pick<Rule, 'id' | 'description' | 'defaults'> & {
  readonly reason: ReasonCode;
  readonly grade: Grade;
};

/** "fuck the police", he said: coarse, and about nobody here. */
const TO_SOMEBODY = /\b(?:you|u|your|ur)\b/iu;
const AROUND = 40;

/**
 * What may follow at most from words that are told of. A word that is itself the subject passes;
 * one that somebody else said passes, unless it is a slur, or profanity that speaks to somebody.
 */
function most(speech: Speech, passesTold: boolean): Action {
  if (speech === 'said') return 'reject';
  if (speech === 'mentioned') return 'approve';
  return speech === 'told' && passesTold ? 'approve' : 'hold';
}

/** A match of words in the body, by what may follow at most from each of them. */
function apart({ body }: Facts, found: Outcome, grade: Grade): readonly Outcome[] {
  if (found.kind !== 'match' || found.field !== 'body') return [found];
  const { spans = [], terms = [] } = found;
  const limits = spans.map((span) => {
    const around = body.slice(Math.max(0, span.start - AROUND), span.end + AROUND);
    const passesTold = grade !== 'slur' && !(grade === 'strong' && TO_SOMEBODY.test(around));
    return most(speechOf(body, span), passesTold);
  });
  return [...new Set(limits)].map((at_most) => ({
    ...found,
    at_most,
    spans: spans.filter((_, at) => limits[at] === at_most),
    terms: terms.filter((_, at) => limits[at] === at_most),
  }));
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
      return found.flatMap((each) => apart(facts, each, grade));
    },
  };
}
