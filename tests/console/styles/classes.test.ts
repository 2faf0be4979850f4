import { describe, expect, it } from 'vitest';

import { readFolder } from '../../support/source-tree.js';

const COMMENTS = /\/\*.*?\*\//gsu;
const PARENTHESES = /\([^()]*\)/gu;

/** What the rules of a stylesheet begin with: a class, or several that something has at once. */
function classesOf(text: string): ReadonlySet<string> {
  const rules = text.replaceAll(COMMENTS, '').replaceAll(PARENTHESES, '').matchAll(/([^{};]+)\{/gu);
  const selectors = [...rules].flatMap(([, written = '']) => written.split(','));
  return new Set(selectors.flatMap((selector) => /^\s*(\.[a-z.-]+)/u.exec(selector)?.[1] ?? []));
}

describe('the stylesheets of the console', () => {
  // A screen’s come when it is first opened, and stay: what two of them say of one class depends
  // on where a moderator was before.
  it('have each class in one of them, whichever screens were opened before', () => {
    const sheets = readFolder('src/console').filter(({ path }) => path.endsWith('.css'));
    const owners = new Map<string, string[]>();
    for (const { path, text } of sheets) {
      for (const name of classesOf(text)) owners.set(name, [...(owners.get(name) ?? []), path]);
    }
    expect(owners.size).toBeGreaterThan(200);
    expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });
});
