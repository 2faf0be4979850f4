import type { ShadowText } from '../shadow-text.js';
import { spellingsOf, type TextWord, undouble, wordAt, wordIndexAt } from '../words.js';
import { type Automaton, compileAutomaton } from './automaton.js';
import type { Found, TermEntry } from './term.js';

/** Terms with asterisks, and those of scripts that put no space between words. */
export interface Wildcards<T> {
  find(shadow: ShadowText): Found<T>[];
  /** Of one word that was put together from others. */
  within(word: TextWord): readonly TermEntry<T>[];
}

interface Wildcard<T> {
  readonly entry: TermEntry<T>;
  /** What stands between the asterisks. */
  readonly parts: readonly string[];
  readonly longest: string;
  /** May stand anywhere in a word, and covers only itself. */
  readonly unspaced: boolean;
}

/** Scripts that put no space between words, so that a term may stand anywhere. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a folded term is for `compileWildcards` rather than for the words of the trie. */
export function isWildcard(text: string): boolean {
  return !/\s/u.test(text) && (text.includes('*') || UNSPACED.test(text));
}

/** Compiles folded terms; null for none. */
export function compileWildcards<T>(
  terms: readonly (readonly [text: string, entry: TermEntry<T>])[],
): Wildcards<T> | null {
  if (terms.length === 0) return null;
  const wildcards = terms.map(([text, entry]) => wildcardOf(text, entry));
  const alike = alikeOf(wildcards);
  const automaton = compileAutomaton(alike);
  const undoubled = compileAutomaton([...alike.keys()].map((part) => [undouble(part), part]));
  const search = (word: TextWord): readonly Found<T>[] => {
    const found = new Map<TermEntry<T>, Found<T>>();
    for (const spelling of spellingsOf(word)) {
      const seen = new Set<readonly Wildcard<T>[]>();
      automaton.scan(spelling, (group, { start, end }) => {
        // What a part decides about a word it decides once, however often it stands there.
        if (seen.has(group)) return;
        seen.add(group);
        for (const wildcard of group) {
          const { entry } = wildcard;
          if (found.has(entry) || !fits(wildcard, spelling)) continue;
          const part = wildcard.unspaced && spelling === word.text;
          const span = part
            ? { start: word.start + start, end: word.start + end }
            : { start: word.start, end: word.end };
          found.set(entry, { entry, ...span });
        }
      });
    }
    return [...found.values()];
  };
  return {
    find: (shadow) => {
      const worth = worthALook(shadow, automaton, undoubled);
      return worth.flatMap((index) => search(wordAt(shadow.text, shadow.words, index)));
    },
    within: (word) => search(word).map(({ entry }) => entry),
  };
}

/** Those that are looked for by the same part. */
function alikeOf<T>(wildcards: readonly Wildcard<T>[]): ReadonlyMap<string, Wildcard<T>[]> {
  const alike = new Map<string, Wildcard<T>[]>();
  for (const wildcard of wildcards) {
    const group = alike.get(wildcard.longest) ?? [];
    alike.set(wildcard.longest, group);
    group.push(wildcard);
  }
  return alike;
}

/** The whole text once, and the stretched words, to learn which words to look at. */
function worthALook(
  { text, words }: ShadowText,
  automaton: Automaton<unknown>,
  undoubled: Automaton<unknown>,
): readonly number[] {
  const worth: number[] = [];
  let reach = 0;
  automaton.scan(text, (_, { start }) => {
    if (start < reach) return;
    const index = wordIndexAt(words, start);
    if (index >= words.count) return;
    worth.push(index);
    reach = words.ends[index] as number;
  });
  for (const index of words.stretched) {
    undoubled.scan(wordAt(text, words, index).undoubled, () => {
      if (worth.at(-1) !== index) worth.push(index);
    });
  }
  return worth.length > 1 ? [...new Set(worth)] : worth;
}

function wildcardOf<T>(text: string, entry: TermEntry<T>): Wildcard<T> {
  const parts = text.split('*');
  const longest = longestPart(text);
  return { entry, parts, longest, unspaced: !text.includes('*') };
}

/** The part of a folded term by which it is looked for; the first of several. */
export function longestPart(text: string): string {
  return text.split('*').reduce((best, part) => (part.length > best.length ? part : best));
}

/** Whether the whole word is the parts in their order with anything between them. */
function fits({ parts, unspaced }: Wildcard<unknown>, word: string): boolean {
  if (unspaced) return true;
  const first = parts[0] as string;
  const last = parts.at(-1) as string;
  if (!word.startsWith(first) || !word.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = word.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= word.length - last.length;
}

