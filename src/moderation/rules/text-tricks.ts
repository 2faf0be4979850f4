import { Type } from '@sinclair/typebox';

import { OVERRIDES } from '../../text/character-classes.js';
import { type Hit, searchTexts } from '../hits.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({
  min_stacked_marks: Type.Integer({
    minimum: 2,
    maximum: 100,
    default: 4,
    description: 'How many marks on one letter are more than any language writes.',
  }),
});

/** Controls that turn the direction of writing round; isolates and marks alone are ordinary. */
const OVERRIDE = /[\u202d\u202e]/gu;
const NONE: readonly never[] = [];

export const textTricks: Rule<typeof settings> = {
  id: 'text_tricks',
  standard: 'conduct',
  reasons: ['conduct.stacked_marks', 'conduct.direction_override'],
  description:
    'Finds marks stacked on letters until they cover the lines around them, and controls that ' +
    'turn the direction of writing round.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_stacked_marks }) => {
    const stacked = new RegExp(String.raw`\P{M}[\p{Mn}\p{Me}]{${min_stacked_marks},}`, 'gu');
    return (facts) => [
      ...searchTexts(facts, 'conduct.stacked_marks', ({ source, survey }) =>
        survey.stacked_marks < min_stacked_marks ? NONE : hitsOf(source, stacked, 'stacked marks'),
      ),
      ...searchTexts(facts, 'conduct.direction_override', ({ source, survey }) =>
        (survey.seen & OVERRIDES) === 0 ? NONE : hitsOf(source, OVERRIDE, 'direction override'),
      ),
    ];
  },
};

function hitsOf(source: string, pattern: RegExp, term: string): readonly Hit[] {
  return [...source.matchAll(pattern)].map((match) => ({
    term,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
