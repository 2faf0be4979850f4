import { detectLanguage, languageOfLocale } from '../text/language.js';
import type { ShadowText } from '../text/shadow-text.js';
import { classesOf } from './class-index.js';

/** Words that hold English sentences together, few of which another language has. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  (
    'the a of and to is you that it for on are with as i his they be at this have from or had by ' +
    'but not what all were we when your can said there each which she do how their if will up ' +
    'about out many then them these some her would make like him into has look more write go see ' +
    'no way could people my than been who its now did get just don doesn isn should because why ' +
    'such an so'
  ).split(' '),
);
/** One word in so many is among these in nearly every English text. */
const ENGLISH_ONE_IN = 6;
const ENGLISH_WORDS_MIN = 2;
/** Of a text without sentences one word in so many must be one that the model was made for. */
const FAMILIAR_ONE_IN = 3;
const LOOKED_AT_WORDS_MAX = 100;
/** Shorter texts tell no language; the locale of the page may. */
const TELLING_WORDS_MIN = 5;
/** A letter that English has not: then a few words tell all the same. */
const FOREIGN = /[^\P{L}A-Za-z]/u;

/**
 * Whether a text is in a language of the model. English is known by its little words, which costs
 * less than asking for the language; a text too short to tell is taken for one of the page's
 * language, or else of the model's: "you idiot" is to be scored.
 */
export function isScored(
  shadow: ShadowText,
  of: { readonly locale: string | null; readonly languages: readonly string[] },
): boolean {
  const { source } = shadow;
  const looked = Math.min(shadow.words.count, LOOKED_AT_WORDS_MAX);
  const short = looked < TELLING_WORDS_MIN && !FOREIGN.test(source);
  if (!short && of.languages.includes('en') && isPlainlyEnglish(shadow, looked)) return true;
  const language = (short ? null : detectLanguage(source)) ?? languageOfLocale(of.locale);
  return language === null || of.languages.includes(language);
}

/** Of the first words so many; as a rule a third of them is enough to see that they are English. */
function isPlainlyEnglish({ text, words }: ShadowText, looked: number): boolean {
  const wordOf = (index: number): string => text.slice(words.starts[index], words.ends[index]);
  const enough = Math.max(ENGLISH_WORDS_MIN, looked / ENGLISH_ONE_IN);
  let english = 0;
  for (let index = 0; index < looked; index += 1) {
    if (ENGLISH_WORDS.has(wordOf(index))) english += 1;
    if (english >= enough) return true;
  }
  let familiar = 0;
  for (let index = 0; index < looked; index += 1) {
    if (classesOf(wordOf(index)) !== 0) familiar += 1;
  }
  return familiar * FAMILIAR_ONE_IN >= looked;
}
