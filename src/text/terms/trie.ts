import { spellingsOf, type TextWord, undouble } from '../words.js';
import type { TermEntry } from './term.js';

/** The words of terms as they follow one another. */
interface Step<T> {
  readonly next: Map<string, Step<T>>;
  readonly entries: TermEntry<T>[];
}

/** Terms of one word or more, looked up word by word. */
export interface Trie<T> {
  readonly root: Step<T>;
  /** The words that begin a term, with doubled letters written once. */
  readonly undoubled: Set<string>;
}

/** What may stand between the words of an expression. */
const GAP = /^[\s\-_'.,*]{1,3}$/u;
const NO_ENTRIES: readonly never[] = [];

export function emptyTrie<T>(): Trie<T> {
  return { root: { next: new Map(), entries: [] }, undoubled: new Set() };
}

export function put<T>(trie: Trie<T>, words: readonly string[], entry: TermEntry<T>): void {
  const { root, undoubled } = trie;
  undoubled.add(undouble(words[0] ?? ''));
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

/** Whether a term of this scope consists of exactly these words. */
export function holds(
  { root }: Trie<unknown>,
  words: readonly string[],
  scope: string | undefined,
): boolean {
  let step: Step<unknown> | undefined = root;
  for (const word of words) step = step?.next.get(word);
  return step !== undefined && step.entries.some((entry) => entry.scope === scope);
}

/** The terms of one word that this is, stretched letters taken back. */
export function termsOf<T>(trie: Trie<T>, word: TextWord): readonly TermEntry<T>[] {
  return firstStep(trie, word)?.entries ?? NO_ENTRIES;
}

/** From one word on, along the expressions that begin with it. */
export function follow<T>(
  trie: Trie<T>,
  { text, words, first }: { text: string; words: readonly TextWord[]; first: number },
  hit: (entry: TermEntry<T>, end: number) => void,
): void {
  let before = words[first];
  let step = before && firstStep(trie, before);
  for (let at = first + 1; before !== undefined && step !== undefined; at += 1) {
    for (const entry of step.entries) hit(entry, before.end);
    if (step.next.size === 0) return;
    const word = words[at];
    if (word === undefined || !GAP.test(text.slice(before.end, word.start))) return;
    step = nextStep(step, word);
    before = word;
  }
}

/** Most words begin no term, and to learn that must cost little. */
function firstStep<T>({ root, undoubled }: Trie<T>, word: TextWord): Step<T> | undefined {
  const plain = root.next.get(word.text);
  if (plain !== undefined || word.undoubled === word.text) return plain;
  return undoubled.has(word.undoubled) ? nextStep(root, word) : undefined;
}

function nextStep<T>(step: Step<T>, word: TextWord): Step<T> | undefined {
  for (const spelling of spellingsOf(word)) {
    const next = step.next.get(spelling);
    if (next !== undefined) return next;
  }
  return undefined;
}
