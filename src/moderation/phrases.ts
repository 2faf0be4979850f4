import { type ShadowText, sourceSpan } from '../text/shadow-text.js';
import type { Hit } from './hits.js';

/** A turn of speech, looked for in folded text. Linear: bounded gaps, no nested repetition. */
export interface Phrase {
  /** What a finding calls it. */
  readonly name: string;
  /** Global, for folded (lower-case) text. */
  readonly pattern: RegExp;
}

/** Where a clause may begin: at the start, or after punctuation. */
export const CLAUSE_START = String.raw`(?<=(?:^|[.!?,;:"“”()\n*–—-])\s{0,3})`;

/** A phrase from parts that are joined as they are; white space in it stands for any gap. */
export function phrase(name: string, ...parts: readonly string[]): Phrase {
  const source = parts.map((part) => part.replaceAll(' ', String.raw`[\s,]{1,4}`)).join('');
  return { name, pattern: new RegExp(source, 'gu') };
}

/** Every place where one of the phrases stands, as offsets into the submitted text. */
export function findPhrases(phrases: readonly Phrase[], shadow: ShadowText): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { name, pattern } of phrases) {
    for (const match of shadow.text.matchAll(pattern)) {
      const span = sourceSpan(shadow, match.index, match.index + match[0].length);
      hits.push({ term: name, ...span });
    }
  }
  return hits;
}
