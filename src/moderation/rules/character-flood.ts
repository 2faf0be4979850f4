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
  gauges: ({ min_run }, { body }) => [
    { setting: 'min_run', value: longestRun(body), limit: min_run },
  ],
};

/** How often a character follows itself; white space is looked for only where it would count. */
function longestRun(text: string): number {
  let [longest, start] = [0, 0];
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && text.charCodeAt(at) === text.charCodeAt(start)) continue;
    if (at - start > longest && text.charAt(start).trim() !== '') longest = at - start;
    start = at;
  }
  return longest;
}

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
