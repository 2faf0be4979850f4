import { SEARCH_PREFIX_LETTERS_MIN, SEARCH_WORD_LENGTH_MAX } from '../limits/store.js';

/** Written without blanks between words: each sign stands for itself, and several as a phrase. */
const UNSPACED_CLASS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'gu');
const WORD_CLASS = '[\\p{L}\\p{N}\\p{M}]';
/** Letters and digits; longer ones are cut, and found as a phrase of their parts. */
const WORD = new RegExp(`${WORD_CLASS}{1,${SEARCH_WORD_LENGTH_MAX}}`, 'gu');
/** The same in a text whose signs without blanks between them are not set apart. */
const WORD_IN_PLACE = new RegExp(
  `[${UNSPACED_CLASS}]|(?:(?![${UNSPACED_CLASS}])${WORD_CLASS}){1,${SEARCH_WORD_LENGTH_MAX}}`,
  'gu',
);
const ASCII = /^[\0-\x7f]*$/u;
const ASCII_WORD_IN_PLACE = new RegExp(`[A-Za-z0-9]{1,${SEARCH_WORD_LENGTH_MAX}}`, 'gu');
const ACCENTS = /[\u0300-\u036f]/gu;
/** What is in quotation marks, or between blanks; words that begin so where a star follows. */
const PIECE = /"([^"]*)"?|([^\s"]+)/gu;

/** The words of a text as searches compare them: width, case and accents do not count. */
export function searchWords(text: string): readonly string[] {
  return foldedForSearch(text).replaceAll(UNSPACED, ' $& ').match(WORD) ?? [];
}

/** A text as it is compared. */
export function foldedForSearch(text: string): string {
  return text.normalize('NFKD').replaceAll(ACCENTS, '').toLowerCase().normalize('NFC');
}

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** The words of a text that is folded already, each with where it begins there. */
export function wordsInPlace(folded: string): readonly { readonly word: string; at: number }[] {
  const words = isAscii(folded) ? ASCII_WORD_IN_PLACE : WORD_IN_PLACE;
  return [...folded.matchAll(words)].map(({ 0: word, index: at }) => ({ word, at }));
}

/** Words that stand one after another; of the last, only its beginning where that was asked for. */
export interface Piece {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/**
 * What a search asks for; a comment must have all of it. None for a query without letters or
 * digits, which finds nothing.
 */
export function piecesOf(query: string): readonly Piece[] {
  return [...query.matchAll(PIECE)].flatMap(([, quoted, plain = '']) => {
    const words = searchWords(quoted ?? plain);
    const last = words.at(-1);
    if (last === undefined) return [];
    const prefix = plain.endsWith('*') && last.length >= SEARCH_PREFIX_LETTERS_MIN;
    return [{ words, prefix }];
  });
}
