import { normalize } from '../normalize.js';
import { type CensoredIndex, censoredWords, indexCensored } from '../readings/censored.js';
import { otherReadings } from '../readings/other-readings.js';
import { PART_LENGTH_MIN } from '../readings/joined-words.js';
import { type ShadowText, sourceSpan } from '../shadow-text.js';
import { wordsOf } from '../words.js';
import { inflectionsOf } from './inflections.js';
import type { Found, TermEntry, TermMatcher } from './term.js';
import { emptyTrie, follow, holds, put, termsOf, type Trie } from './trie.js';
import { compileWildcards, isWildcard, type Wildcards } from './wildcards.js';

interface Compiled<T> {
  readonly trie: Trie<T>;
  readonly wildcards: Wildcards<T> | null;
  readonly censored: CensoredIndex<TermEntry<T>>;
  /** By the first letters of single words, the length of the longest. */
  readonly reaches: ReadonlyMap<string, number>;
}

/**
 * Compiles terms into one matcher. It reads inflections, stretched, spaced, dotted, censored and
 * turned spellings; whole words only, but for wildcards and scripts without spaces. What lies in a
 * match of an `allowed` term is not found.
 */
export function compileTerms<T>(
  entries: readonly TermEntry<T>[],
  allowed: readonly string[] = [],
): TermMatcher<T> {
  const sought = compile(entries);
  const pardoned = compilePardons(allowed);
  return {
    find: (shadow) => {
      const found = search(sought, shadow);
      if (found.length === 0) return [];
      const pardons = plainly(pardoned, shadow);
      return found
        .filter((each) => !pardons.some((pardon) => covers(pardon, each)))
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map(({ entry, start, end }) => ({ entry, ...sourceSpan(shadow, start, end) }));
    },
  };
}

/** Where allowed terms stand as they are written; offsets into the source. */
export function compileAllowed(allowed: readonly string[]): (shadow: ShadowText) => Span[] {
  const pardoned = compilePardons(allowed);
  return (shadow) =>
    plainly(pardoned, shadow).map(({ start, end }) => sourceSpan(shadow, start, end));
}

function compilePardons(allowed: readonly string[]): Compiled<null> {
  return compile(allowed.map((text) => ({ text, value: null, exact: true })));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function covers(outer: Found<unknown>, inner: Found<unknown>): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function compile<T>(entries: readonly TermEntry<T>[]): Compiled<T> {
  const trie = emptyTrie<T>();
  const wildcards: [string, TermEntry<T>][] = [];
  const single: [string, TermEntry<T>][] = [];
  const inflected: [readonly string[], TermEntry<T>][] = [];
  for (const entry of entries) {
    const text = normalize(entry.text).text.trim();
    const words = wordsOf(text).map((word) => word.text);
    if (words.length === 0) continue;
    if (isWildcard(text)) {
      wildcards.push([text, entry]);
    } else {
      put(trie, words, entry);
      inflected.push([words, entry]);
    }
  }
  // A term of its own comes before a form of another: "bitchy" may be milder than "bitch".
  for (const [words, entry] of inflected) {
    const last = words.at(-1) ?? '';
    const forms = entry.exact === true ? [last] : inflectionsOf(last);
    for (const form of forms) {
      const path = [...words.slice(0, -1), form];
      if (form === last || !holds(trie, path, entry.scope)) put(trie, path, entry);
      if (path.length === 1) single.push([form, entry]);
    }
  }
  return {
    trie,
    wildcards: compileWildcards(wildcards),
    censored: indexCensored(single),
    reaches: reachesOf(single.map(([word]) => word)),
  };
}

function reachesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const reaches = new Map<string, number>();
  for (const word of words) {
    const beginning = word.slice(0, PART_LENGTH_MIN);
    reaches.set(beginning, Math.max(reaches.get(beginning) ?? 0, word.length));
  }
  return reaches;
}

function search<T>(terms: Compiled<T>, shadow: ShadowText): Found<T>[] {
  const found = plainly(terms, shadow);
  const reach = (beginning: string): number => terms.reaches.get(beginning) ?? 0;
  for (const word of otherReadings(shadow, reach)) {
    const { start, end } = word;
    const entries = termsOf(terms.trie, word);
    for (const entry of entries) found.push({ entry, start, end });
    if (entries.length > 0 || !word.whole) continue;
    for (const entry of terms.wildcards?.within(word) ?? []) found.push({ entry, start, end });
  }
  for (const each of censoredWords(shadow, terms.censored)) found.push(each);
  return found;
}

/** Terms in words as they stand. */
function plainly<T>({ trie, wildcards }: Compiled<T>, { text, words }: ShadowText): Found<T>[] {
  const found: Found<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = words[first]?.start ?? 0;
    follow(trie, { text, words, first }, (entry, end) => {
      found.push({ entry, start, end });
    });
  }
  for (const each of wildcards?.find(text, words) ?? []) found.push(each);
  return found;
}
