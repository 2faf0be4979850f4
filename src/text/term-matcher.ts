import { type Automaton, compileAutomaton } from './aho-corasick.js';
import { censoredWords, type CensoredIndex, indexCensored } from './censored.js';
import { inflectionsOf } from './inflections.js';
import { normalize } from './normalize.js';
import { joinedWords, PART_LENGTH_MIN } from './joined-words.js';
import { type ShadowText, sourceSpan } from './shadow-text.js';
import { spellingsOf, type TextWord, wordsOf } from './words.js';

/** A word or expression to look for, and what its finder wants to know of it. */
export interface TermEntry<T> {
  /** `*` at an end of a word stands for any letters: "*fuck*", "wetback*". */
  readonly text: string;
  readonly value: T;
  /** Without its inflections. */
  readonly exact?: boolean;
}

/** A term that stands in a text; offsets into the source. */
export interface TermMatch<T> {
  readonly entry: TermEntry<T>;
  readonly start: number;
  readonly end: number;
}

/** Many terms, compiled: reading a text takes as long whatever their number. */
export interface TermMatcher<T> {
  find(shadow: ShadowText): readonly TermMatch<T>[];
}

/** The words of terms as they follow one another. */
interface Step<T> {
  readonly next: Map<string, Step<T>>;
  readonly entries: TermEntry<T>[];
}

type Wildcard<T> = { readonly entry: TermEntry<T> } & (
  | { readonly kind: 'prefix' | 'suffix' | 'within' | 'unspaced' }
);

interface Compiled<T> {
  readonly root: Step<T>;
  readonly wildcards: Automaton<Wildcard<T>> | null;
  readonly censored: CensoredIndex<TermEntry<T>>;
  /** By the first letters of single words, the length of the longest. */
  readonly reaches: ReadonlyMap<string, number>;
}

/** In shadow offsets. */
interface Found<T> {
  readonly entry: TermEntry<T>;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no space between words, so that a term may stand anywhere. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** What may stand between the words of an expression. */
const GAP = /^[\s\-_'.,*]{1,3}$/u;

/**
 * Compiles terms into one matcher. It reads inflections, stretched, spaced, dotted and censored
 * spellings; whole words only, but for wildcards and scripts without spaces. What lies in a match
 * of an `allowed` term is not found.
 */
export function compileTerms<T>(
  entries: readonly TermEntry<T>[],
  allowed: readonly string[] = [],
): TermMatcher<T> {
  const sought = compile(entries);
  const pardoned = compile(allowed.map((text) => ({ text, value: null, exact: true })));
  return {
    find: (shadow) => {
      const words = wordsOf(shadow.text);
      const found = search(sought, shadow.text, words);
      if (found.length === 0) return [];
      const pardons = plainly(pardoned, shadow.text, words);
      return found
        .filter((each) => !pardons.some((pardon) => covers(pardon, each)))
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map(({ entry, start, end }) => ({ entry, ...sourceSpan(shadow, start, end) }));
    },
  };
}

function covers(outer: Found<unknown>, inner: Found<unknown>): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function compile<T>(entries: readonly TermEntry<T>[]): Compiled<T> {
  const root: Step<T> = { next: new Map(), entries: [] };
  const wildcards: [string, Wildcard<T>][] = [];
  const single: [string, TermEntry<T>][] = [];
  const inflected: [readonly string[], TermEntry<T>][] = [];
  for (const entry of entries) {
    const text = normalize(entry.text).text.trim();
    const kind = wildcardKind(text);
    const words = wordsOf(text).map((word) => word.text);
    if (kind !== null) {
      wildcards.push([text.replaceAll('*', ''), { entry, kind }]);
    } else if (words.length > 0) {
      put(root, words, entry);
      inflected.push([words, entry]);
    }
  }
  // A term of its own comes before a form of another: "bitchy" may be milder than "bitch".
  for (const [words, entry] of inflected) {
    const last = words.at(-1) ?? '';
    const forms = entry.exact === true ? [last] : inflectionsOf(last);
    for (const form of forms) {
      const path = [...words.slice(0, -1), form];
      if (form === last || !ends(root, path)) put(root, path, entry);
      if (path.length === 1) single.push([form, entry]);
    }
  }
  return {
    root,
    wildcards: wildcards.length === 0 ? null : compileAutomaton(wildcards),
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

function wildcardKind(text: string): Wildcard<unknown>['kind'] | null {
  if (/\s/u.test(text)) return null;
  const before = text.startsWith('*');
  const after = text.endsWith('*');
  if (before && after) return 'within';
  if (before) return 'suffix';
  if (after) return 'prefix';
  return UNSPACED.test(text) ? 'unspaced' : null;
}

function put<T>(root: Step<T>, words: readonly string[], entry: TermEntry<T>): void {
  let step = root;
  for (const word of words) {
    let next = step.next.get(word);
    if (!next) {
      next = { next: new Map(), entries: [] };
      step.next.set(word, next);
    }
    step = next;
  }
  if (!step.entries.includes(entry)) step.entries.push(entry);
}

function ends<T>(root: Step<T>, words: readonly string[]): boolean {
  let step: Step<T> | undefined = root;
  for (const word of words) step = step?.next.get(word);
  return step !== undefined && step.entries.length > 0;
}

function search<T>(terms: Compiled<T>, text: string, words: readonly TextWord[]): Found<T>[] {
  const found = plainly(terms, text, words);
  const reach = (beginning: string): number => terms.reaches.get(beginning) ?? 0;
  for (const word of joinedWords(text, words, reach)) {
    const { start, end } = word;
    for (const entry of inOneWord(terms, word.text)) found.push({ entry, start, end });
  }
  for (const each of censoredWords(text, terms.censored)) found.push(each);
  return found;
}

/** Terms in words as they stand. */
function plainly<T>(terms: Compiled<T>, text: string, words: readonly TextWord[]): Found<T>[] {
  const found: Found<T>[] = [];
  const { root, wildcards } = terms;
  words.forEach((word, first) => {
    follow({ root, text, words }, first, (entry, end) => {
      found.push({ entry, start: word.start, end });
    });
    if (wildcards !== null) found.push(...wild(wildcards, word));
  });
  return found;
}

/** From one word on, along the expressions that begin with it. */
function follow<T>(
  { root, text, words }: { root: Step<T>; text: string; words: readonly TextWord[] },
  first: number,
  hit: (entry: TermEntry<T>, end: number) => void,
): void {
  let step: Step<T> | undefined = root;
  let before: TextWord | undefined;
  for (let at = first; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || step.next.size === 0) return;
    if (before !== undefined && !GAP.test(text.slice(before.end, word.start))) return;
    step = nextStep(step, word.text);
    if (step === undefined) return;
    for (const entry of step.entries) hit(entry, word.end);
    before = word;
  }
}

function nextStep<T>(step: Step<T>, word: string): Step<T> | undefined {
  const plain = step.next.get(word);
  if (plain !== undefined) return plain;
  for (const spelling of spellingsOf(word)) {
    const next = step.next.get(spelling);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** What a single word holds that was put together from letters that stood apart. */
function inOneWord<T>({ root, wildcards }: Compiled<T>, word: string): readonly TermEntry<T>[] {
  const entries = nextStep(root, word)?.entries ?? [];
  if (entries.length > 0 || wildcards === null) return entries;
  return wild(wildcards, { text: word, start: 0, end: word.length }).map(({ entry }) => entry);
}

/** Wildcards in one word, each once; the match is the whole word. */
function wild<T>(automaton: Automaton<Wildcard<T>>, word: TextWord): Found<T>[] {
  const found = new Map<TermEntry<T>, Found<T>>();
  for (const spelling of spellingsOf(word.text)) {
    automaton.scan(spelling, ({ entry, kind }, { start, end }) => {
      if (kind === 'prefix' && start !== 0) return;
      if (kind === 'suffix' && end !== spelling.length) return;
      if (found.has(entry)) return;
      const whole = kind !== 'unspaced' || spelling !== word.text;
      const span = whole
        ? { start: word.start, end: word.end }
        : { start: word.start + start, end: word.start + end };
      found.set(entry, { entry, ...span });
    });
  }
  return [...found.values()];
}
