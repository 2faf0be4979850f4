import type { ShadowText } from '../shadow-text.js';
import { keyOf, spellingsOf, type TextWord, wordAt } from '../words.js';
import { type KeySet, keySetOf, mayHold, pairKey } from './key-set.js';
import type { TermEntry } from './term.js';

/** The words of terms as they follow one another. */
interface Step<T> {
  /** None after the last word of a term, which is most of them. */
  next: Map<string, Step<T>> | null;
  readonly entries: TermEntry<T>[];
}

/** Terms of one word or more, looked up word by word. */
export interface Trie<T> {
  readonly root: Step<T>;
  /** Terms of one word. */
  readonly singles: KeySet;
  /** The first two words of longer terms. */
  readonly pairs: KeySet;
}

/** What may stand between the words of an expression. */
const GAP = /^[\s\-_'.,*]{1,3}$/u;
const NO_ENTRIES: readonly never[] = [];

/** Terms as the words that they consist of; terms may share them. */
export function trieOf<T>(
  terms: readonly (readonly [words: readonly string[], entry: TermEntry<T>])[],
): Trie<T> {
  const root: Step<T> = { next: null, entries: [] };
  const singles: number[] = [];
  const pairs: number[] = [];
  for (const [words, entry] of terms) {
    put(root, words, entry);
    const [first = '', second] = words;
    if (second === undefined) singles.push(keyOf(first));
    else pairs.push(pairKey(keyOf(first), keyOf(second)));
  }
  return { root, singles: keySetOf(singles), pairs: keySetOf(pairs) };
}

function put<T>(root: Step<T>, words: readonly string[], entry: TermEntry<T>): void {
  let step = root;
  for (const word of words) {
    step.next ??= new Map();
    const known = step.next.get(word);
    const next = known ?? { next: null, entries: [] };
    if (known === undefined) step.next.set(word, next);
    step = next;
  }
  step.entries.push(entry);
}

/** The terms of one word that this is, stretched letters taken back. */
export function termsOf<T>({ root, singles }: Trie<T>, word: TextWord): readonly TermEntry<T>[] {
  if (!mayHold(singles, keyOf(word.undoubled))) return NO_ENTRIES;
  return nextStep(root, word)?.entries ?? NO_ENTRIES;
}

/** All terms in the words of a text as they stand; from each word on, the shorter ones first. */
export function eachTerm<T>(
  { root, singles, pairs }: Trie<T>,
  shadow: ShadowText,
  hit: (entry: TermEntry<T>, at: { readonly start: number; readonly end: number }) => void,
): void {
  const { count, keys } = shadow.words;
  for (let first = 0; first < count; first += 1) {
    const key = keys[first] as number;
    // Most words begin no term, and to learn that must cost little.
    if (mayHold(singles, key) || mayHold(pairs, pairKey(key, keys[first + 1] ?? 0))) {
      follow(root, { shadow, first }, hit);
    }
  }
}

/** From one word on, along the expressions that begin with it. */
function follow<T>(
  root: Step<T>,
  { shadow, first }: { readonly shadow: ShadowText; readonly first: number },
  hit: (entry: TermEntry<T>, at: { readonly start: number; readonly end: number }) => void,
): void {
  const { text, words } = shadow;
  const start = words.starts[first] as number;
  let step: Step<T> | undefined = root;
  for (let at = first; at < words.count; at += 1) {
    const word = wordAt(text, words, at);
    if (at > first && !GAP.test(text.slice(words.ends[at - 1], word.start))) return;
    step = nextStep(step, word);
    if (step === undefined) return;
    for (const entry of step.entries) hit(entry, { start, end: word.end });
    if (step.next === null) return;
  }
}

function nextStep<T>({ next }: Step<T>, word: TextWord): Step<T> | undefined {
  const plain = next?.get(word.text);
  if (plain !== undefined || word.undoubled === word.text) return plain;
  for (const spelling of spellingsOf(word)) {
    const found = next?.get(spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}
