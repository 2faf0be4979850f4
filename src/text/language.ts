import { createRequire } from 'node:module';

import type * as Tinyld from 'tinyld';

import { whenNeeded } from '../domain/when-needed.js';

/** Its tables take some 20 MB and a while to read; where all that is written is English, never. */
const tinyld = whenNeeded(() => createRequire(import.meta.url)('tinyld') as typeof Tinyld);

/** A text that is long enough to tell. */
const LETTERS_MIN = 12;
const WORDS_MIN = 3;
/** Detection looks at no more of a text than this, which is plenty. */
const LOOKED_AT_LENGTH_MAX = 1_000;
/** The best guess must be this good, or far better than the next. */
const ACCURACY_MIN = 0.5;
const LEAD_MIN = 1.5;
/** Words of English and of hardly any other language; two of them settle it at once. */
const ENGLISH = /\b(?:the|and|you|your|are|that|with|this|they|have|has|from|what|which|would)\b/giu;
const ENGLISH_WORDS_MIN = 2;
const WORD = /\p{L}+/gu;

/**
 * The language that a text is written in, as ISO 639-1 has it; null where it cannot be told. A few
 * words tell nothing, and mixed texts are taken for what most of them is in.
 */
export function detectLanguage(source: string): string | null {
  const text = source.slice(0, LOOKED_AT_LENGTH_MAX);
  if (isPlainlyEnglish(text)) return 'en';
  const words = text.match(WORD) ?? [];
  const spaced = words.length >= WORDS_MIN && words.join('').length >= LETTERS_MIN;
  if (!spaced && !/[^\P{L}\p{sc=Latin}]{4}/u.test(text)) return null;
  const [best, ...others] = tinyld().detectAll(text);
  if (best === undefined) return null;
  const next = Math.max(0, ...others.map(({ accuracy }) => accuracy));
  const sure = best.accuracy >= ACCURACY_MIN || best.accuracy >= LEAD_MIN * next;
  return sure ? best.lang : null;
}

/** Looks no further than it must. */
function isPlainlyEnglish(text: string): boolean {
  ENGLISH.lastIndex = 0;
  for (let found = 0; found < ENGLISH_WORDS_MIN; found += 1) if (!ENGLISH.test(text)) return false;
  return true;
}

/** The language of a locale: "de" of "de-AT". Null when it names none. */
export function languageOfLocale(locale: string | null): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/iu.exec(locale ?? '')?.[0].toLowerCase() ?? null;
}
