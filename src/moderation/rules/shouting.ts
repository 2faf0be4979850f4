import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_share: Type.Number({
    minimum: 0.5,
    maximum: 1,
    default: 0.7,
    description: 'The share of capitals among the letters from which on a comment is shouted.',
  }),
  min_letters: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 20,
    description: 'A comment with fewer letters is not judged: "NATO and the EU" is no shouting.',
  }),
});

export const shouting: Rule<typeof settings> = {
  id: 'shouting',
  standard: 'conduct',
  reasons: ['conduct.shouting'],
  description: 'Finds comments in capitals. Writing without capitals, as Arabic, never matches.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_share, min_letters }) => ({ body, shadow }) => {
    if (shadow.survey.capitals < min_letters * min_share) return CLEAR;
    const { upper, lower } = countCases(body);
    const letters = upper + lower;
    if (letters < min_letters || upper < letters * min_share) return CLEAR;
    return [{ kind: 'match', reason: 'conduct.shouting', field: 'body' }];
  },
  gauges: ({ min_share, min_letters }, { body }) => {
    const { upper, lower } = countCases(body);
    const letters = upper + lower;
    return [
      { setting: 'min_share', value: letters === 0 ? 0 : upper / letters, limit: min_share },
      { setting: 'min_letters', value: letters, limit: min_letters },
    ];
  },
};

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** Letters that have a case, by it. Marks, digits and scripts without case count for neither. */
function countCases(text: string): { readonly upper: number; readonly lower: number } {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    if (code < 0x80) {
      if (code >= 0x41 && code <= 0x5a) upper++;
      else if (code >= 0x61 && code <= 0x7a) lower++;
    } else if (code < 0x0590 || code >= 0x10a0) {
      // Between these lie Hebrew, Arabic and the scripts of India: no case, and no need to ask.
      const character = String.fromCodePoint(code);
      if (code > 0xffff) at += 1;
      if (LOWER.test(character)) lower++;
      else if (UPPER.test(character)) upper++;
    }
  }
  return { upper, lower };
}
