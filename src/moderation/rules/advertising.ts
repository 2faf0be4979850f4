import { Type } from '@sinclair/typebox';

import type { Facts } from '../facts.js';
import { type Hit, matchOf } from '../hits.js';
import { linksOf } from '../links-of.js';
import { CLEAR, type Rule } from '../rule.js';
import { SPEECH } from '../speech.js';

const settings = Type.Object({
  min_marks: Type.Integer({
    minimum: 1,
    maximum: 10,
    default: 2,
    description:
      'How many different marks of advertising a comment must have: earnings, wares, terms of sale, ' +
      'a call to write elsewhere, a link beside one of them, and the like.',
  }),
});

export const advertising: Rule<typeof settings> = {
  id: 'advertising',
  standard: 'spam',
  reasons: ['spam.advertising'],
  description:
    'Finds advertising and fraud by several marks together: promises of earnings, wares, terms of ' +
    'sale, calls to write elsewhere.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_marks }) => (facts) => {
    const hits = SPEECH.hits(facts.shadow, 'advertising');
    if (hits.length === 0 || marks(facts, hits) < min_marks) return CLEAR;
    return matchOf('spam.advertising', 'body', hits);
  },
  gauges: ({ min_marks }, facts) => {
    const hits = SPEECH.hits(facts.shadow, 'advertising');
    return [{ setting: 'min_marks', value: marks(facts, hits), limit: min_marks }];
  },
};

/** Different marks; a link is one beside others and none by itself. */
function marks({ shadow }: Facts, hits: readonly Hit[]): number {
  const different = new Set(hits.map(({ term }) => term));
  const linked = different.size > 0 && linksOf(shadow).length > 0;
  return different.size + (linked && !different.has('a link to follow') ? 1 : 0);
}
