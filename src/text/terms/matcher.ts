import { normalize } from '../normalize.js';
import { type CensoredIndex, censoredWords, indexCensored } from '../readings/censored.js';
import { otherReadings } from '../readings/other-readings.js';
import { PART_LENGTH_MIN } from '../readings/known-words.js';
import { type ShadowText, sourceSpan } from '../shadow-text.js';
import { wordsOf } from '../words.js';
import { inflectionsOf } from './inflections.js';
import type { Found, TermEntry, TermMatcher } from './term.js';
import { eachTerm, termsOf, type Trie, trieOf } from './trie.js';
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
      const isPardoned = coveredBy(plainly(pardoned, shadow));
      return found
        // "Twatt in Orkney" is a place, whatever its letters can be put together to.
        .filter(({ start, end, read }) =>
          !isPardoned({ start, end: read === true ? start + 1 : end }),
        )
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map(({ entry, start, end }) => ({ entry, ...sourceSpan(shadow, start, end) }));
    },
  };
}

/** Where allowed terms stand as they are written; offsets into the source. */
export function compileAllowed(allowed: readonly string[]): (shadow: ShadowText) => Place[] {
  const pardoned = compilePardons(allowed);
  return (shadow) =>
    plainly(pardoned, shadow).map(({ start, end }) => sourceSpan(shadow, start, end));
}

function compilePardons(allowed: readonly string[]): Compiled<null> {
  return compile(allowed.map((text) => ({ text, value: null, exact: true })));
}

type Place = Pick<Found<unknown>, 'start' | 'end'>;

/** Whether one of the outer places covers a place. */
function coveredBy(outer: readonly Place[]): (inner: Place) => boolean {
  const sorted = outer.toSorted((a, b) => a.start - b.start);
  // How far those reach that begin no later.
  let reach = 0;
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as Place).start <= start) low = middle + 1;
      else high = middle;
    }
    return (reaches[low - 1] ?? 0) >= end;
  };
}

/** Terms that are folded as they stand: most are, and to fold them took half of a compilation. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

type Path<T> = readonly [words: readonly string[], entry: TermEntry<T>];

function compile<T>(entries: readonly TermEntry<T>[]): Compiled<T> {
  const wildcards: [string, TermEntry<T>][] = [];
  const plain: Path<T>[] = [];
  for (const entry of entries) {
    if (PLAIN.test(entry.text)) {
      plain.push([entry.text.split(' '), entry]);
      continue;
    }
    const { text, words } = normalize(entry.text);
    const trimmed = text.trim();
    if (words.count === 0) continue;
    if (isWildcard(trimmed)) wildcards.push([trimmed, entry]);
    else plain.push([wordsOf(text, words).map((word) => word.text), entry]);
  }
  const { paths, single } = withForms(plain);
  return {
    trie: trieOf(paths),
    wildcards: compileWildcards(wildcards),
    censored: indexCensored(single),
    reaches: reachesOf(single.map(([word]) => word)),
  };
}

/** The terms with their inflections, and the forms of those of one word. */
function withForms<T>(plain: readonly Path<T>[]): {
  readonly paths: readonly Path<T>[];
  readonly single: readonly (readonly [word: string, entry: TermEntry<T>])[];
} {
  const paths = [...plain];
  const single: [string, TermEntry<T>][] = [];
  // A term of its own comes before a form of another: "bitchy" may be milder than "bitch".
  const nameOf = (words: readonly string[], { scope = '' }: TermEntry<T>): string =>
    `${scope} ${words.join(' ')}`;
  const taken = new Set(plain.map(([words, entry]) => nameOf(words, entry)));
  for (const [words, entry] of plain) {
    const last = words.at(-1) as string;
    for (const form of entry.exact === true ? [last] : inflectionsOf(last)) {
      const path = [...words.slice(0, -1), form];
      const name = nameOf(path, entry);
      if (!taken.has(name)) paths.push([path, entry]);
      taken.add(name);
      if (path.length === 1) single.push([form, entry]);
    }
  }
  return { paths, single };
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
  const { trie, wildcards, censored, reaches } = terms;
  const found = plainly(terms, shadow);
  for (const word of otherReadings(shadow, { reaches, singles: trie.singles })) {
    const { start, end } = word;
    const entries = termsOf(trie, word);
    for (const entry of entries) found.push({ entry, start, end, read: true });
    if (entries.length > 0 || !word.whole) continue;
    for (const entry of wildcards?.within(word) ?? []) found.push({ entry, start, end });
  }
  for (const each of censoredWords(shadow, censored)) found.push(each);
  return found;
}

/** Terms in words as they stand. */
function plainly<T>({ trie, wildcards }: Compiled<T>, shadow: ShadowText): Found<T>[] {
  const found: Found<T>[] = [];
  eachTerm(trie, shadow, (entry, { start, end }) => {
    found.push({ entry, start, end });
  });
  for (const each of wildcards?.find(shadow) ?? []) found.push(each);
  return found;
}
