import { detectLanguage, languageOfLocale } from '../text/language.js';
import { shadowIndexOf } from '../text/shadow-text.js';
import { wordIndexAt } from '../text/words.js';
import type { ReadText } from './read-text.js';
import { ADDRESSING } from './terms/contexts.js';
import type { Word } from './terms/word.js';

/** How many words to either side make the subject plain. */
const NEAR_WORDS_MAX = 10;

const languages = new WeakMap<ReadText, string | null>();

/** The language of a text, or else of its page; null when neither tells. Looked at once. */
export function languageOf(text: ReadText): string | null {
  const known = languages.get(text);
  if (known !== undefined) return known;
  const language = detectLanguage(text.source) ?? languageOfLocale(text.locale);
  languages.set(text, language);
  return language;
}

/** Whether a word means no harm where it stands: by its language, or by what is spoken of. */
export function isOrdinary(text: ReadText, word: Word, at: number): boolean {
  if (word.languages !== null) {
    const language = languageOf(text);
    return language === null || !word.languages.has(language);
  }
  if (word.ordinary_in.size > 0 && word.ordinary_in.has(languageOf(text) ?? '')) return true;
  return word.excused_near !== null && isSpokenOf(text, word.excused_near, at);
}

/** Whether words of the subject stand near, and none that speaks to a person. */
function isSpokenOf(text: ReadText, subject: ReadonlySet<string>, at: number): boolean {
  const { words } = text;
  const place = wordIndexAt(words, shadowIndexOf(text, at));
  const from = Math.max(0, place - NEAR_WORDS_MAX);
  const to = Math.min(words.count, place + NEAR_WORDS_MAX + 1);
  let isSubject = false;
  for (let index = from; index < to; index += 1) {
    const word = text.text.slice(words.starts[index], words.ends[index]);
    if (ADDRESSING.has(word)) return false;
    isSubject ||= subject.has(word);
  }
  return isSubject;
}
