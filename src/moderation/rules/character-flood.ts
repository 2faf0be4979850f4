import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_run: Type.Integer({
    minimum: 5,
    maximum: 10_000,
    default: 30,
    description: 'How often one character must follow itself; white space does not count.',
  }),
});

export const characterFlood: Rule<typeof settings> = {
  id: 'character_flood',
  standard: 'conduct',
  reasons: ['conduct.character_flood'],
  description: 'Finds comments that fill the page with one character: "!!!!!!…", "aaaaaa…".',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_run }) => ({ body, shadow }) => {
    if (shadow.survey.longest_run < min_run) return CLEAR;
    const spans = runs(body, min_run);
    return matchOf('conduct.character_flood', 'body', spans);
  },
  gauges: ({ min_run }, { body }) => {
    const longest = runs(body, 1).reduce((max, { start, end }) => Math.max(max, end - start), 0);
    return [{ setting: 'min_run', value: longest, limit: min_run }];
  },
};

function runs(text: string, min: number): { term: string; start: number; end: number }[] {
  const found: { term: string; start: number; end: number }[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && text.charCodeAt(at) === text.charCodeAt(start)) continue;
    if (at - start >= min && text.charAt(start).trim() !== '') {
      found.push({ term: text.charAt(start), start, end: at });
    }
    start = at;
  }
  return found;
}
