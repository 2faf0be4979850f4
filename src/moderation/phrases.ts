import { reread } from '../text/readings/reread.js';
import { type ShadowText, sourceSpan } from '../text/shadow-text.js';
import { type KeySet, keySetOf, mayHold } from '../text/terms/key-set.js';
import { keyOf } from '../text/words.js';
import type { ReadText } from './read-text.js';
import { remembered } from './remembered.js';
import type { Hit } from './hits.js';

/** A turn of speech, looked for in folded text. Linear: bounded gaps, no nested repetition. */
export interface Phrase {
  /** What a finding calls it. */
  readonly name: string;
  /** Words of which it has at least one, so that most texts need not be searched for it. */
  readonly keys: readonly string[];
  /** Global, for folded (lower-case) text. */
  readonly pattern: RegExp;
}

/** Where a clause may begin: at the start, or after punctuation. */
export const CLAUSE_START = String.raw`(?<=(?:^|[.!?,;:"“”()\n*–—-])\s{0,3})`;

/**
 * A phrase from its key words, separated by spaces, and from parts that are joined as they are;
 * white space in the parts stands for any gap.
 */
export function phrase(name: string, keys: string, ...parts: readonly string[]): Phrase {
  const source = parts.map((part) => part.replaceAll(' ', String.raw`[\s,]{1,4}`)).join('');
  return { name, keys: keys.split(' '), pattern: new RegExp(source, 'gu') };
}

/** Phrases under the names of their groups, looked for together. */
export interface PhraseBook<G extends string> {
  /** Where phrases of the group stand, as offsets into the submitted text. */
  hits(shadow: ReadText, group: G): readonly Hit[];
}

type Hits<G extends string> = Readonly<Partial<Record<G, readonly Hit[]>>>;

interface Entry<G extends string> {
  readonly group: G;
  readonly phrase: Phrase;
}

interface Compiled<G extends string> {
  readonly byKey: ReadonlyMap<string, readonly Entry<G>[]>;
  readonly keys: KeySet;
}

const NONE: readonly Hit[] = [];
const NONE_POSSIBLE: ReadonlySet<never> = new Set();

/** Compiles groups of phrases. Each text is read once, whichever groups are asked for. */
export function compileBook<G extends string>(
  groups: Readonly<Record<G, readonly Phrase[]>>,
): PhraseBook<G> {
  const byKey = new Map<string, Entry<G>[]>();
  for (const group of Object.keys(groups) as G[]) {
    for (const each of groups[group]) {
      const entry = { group, phrase: each };
      for (const key of each.keys) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
  }
  const keys = keySetOf([...byKey.keys()].map(keyOf));
  const compiled = { byKey, keys };
  const hitsOf = remembered((text: ReadText) => {
    const plain = read(compiled, text);
    const again = reread(text);
    return again === null ? plain : both(plain, read(compiled, again));
  });
  return { hits: (shadow, group) => hitsOf(shadow)[group] ?? NONE };
}

/** What is found in either reading; a phrase that stands in both once. */
function both<G extends string>(plain: Hits<G>, again: Hits<G>): Hits<G> {
  const found: Partial<Record<G, readonly Hit[]>> = { ...plain };
  for (const [group, hits] of Object.entries(again) as [G, readonly Hit[]][]) {
    const known = plain[group] ?? NONE;
    const isKnown = (hit: Hit): boolean =>
      known.some(({ start, end }) => start < hit.end && hit.start < end);
    found[group] = [...known, ...hits.filter((hit) => !isKnown(hit))];
  }
  return found;
}

function read<G extends string>(compiled: Compiled<G>, shadow: ShadowText): Hits<G> {
  const possible = possibleIn(compiled, shadow);
  const found: Partial<Record<G, Hit[]>> = {};
  for (const { group, phrase: sought } of possible) {
    // Most have a key word and are not there, and matchAll makes a pattern of its own each time.
    if (!sought.pattern.test(shadow.text)) continue;
    sought.pattern.lastIndex = 0;
    for (const match of shadow.text.matchAll(sought.pattern)) {
      const { start, end } = sourceSpan(shadow, match.index, match.index + match[0].length);
      // In a line that was turned as a whole the end stands before the beginning.
      const span = { start: Math.min(start, end), end: Math.max(start, end) };
      (found[group] ??= []).push({ term: sought.name, ...span });
    }
  }
  return found;
}

/** The phrases of which a text has a key word. */
function possibleIn<G extends string>(
  { byKey, keys }: Compiled<G>,
  { text, words }: ShadowText,
): ReadonlySet<Entry<G>> {
  let possible: Set<Entry<G>> | null = null;
  for (let index = 0; index < words.count; index += 1) {
    if (!mayHold(keys, words.keys[index] as number)) continue;
    const entries = byKey.get(text.slice(words.starts[index], words.ends[index]));
    if (entries === undefined) continue;
    possible ??= new Set();
    for (const entry of entries) possible.add(entry);
  }
  return possible ?? NONE_POSSIBLE;
}
