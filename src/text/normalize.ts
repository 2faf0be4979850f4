import { IS_LEET, IS_REPLACED } from './character-classes.js';
import { foldAscii, foldCharacters, type FoldedCharacters } from './fold-characters.js';
import { foldLookAlikes } from './fold-look-alikes.js';
import type { Folded } from './folded.js';
import { foldLeet } from './leet.js';
import type { ShadowText } from './shadow-text.js';
import { type Survey, surveyOf } from './survey.js';
import { tableOf } from './words.js';

/**
 * Folds a text for matching: compatibility forms (NFKC), case, marks over letters, invisible
 * characters, Latin letters in fancy dress, letters of other scripts that pass for Latin ones
 * inside words (UTS #39), and digits and signs written for letters. Quotation marks and dashes
 * become the ASCII ones, white space becomes spaces and line feeds. Linear in the length; a text
 * that is folded already stays as it is.
 */
export function normalize(source: string): ShadowText {
  const survey = surveyOf(source);
  const { text, starts, ends } = survey.ascii
    ? foldPlain(source, survey)
    : foldThrough(foldCharacters(source));
  return { source, text, starts, ends, words: tableOf(text), survey };
}

/** Most texts, and those that need the least. */
function foldPlain(source: string, { seen }: Survey): Folded {
  const lower = (seen & IS_REPLACED) === 0 ? source.toLowerCase() : foldAscii(source);
  const text = (seen & IS_LEET) === 0 ? lower : foldSigns(lower);
  return { text, ...identity(text.length) };
}

/** Until nothing changes: what was read as a letter may make a sign beside it one. */
function foldSigns(text: string): string {
  let before = text;
  for (let folded = foldLeet(before); folded !== before; folded = foldLeet(before)) before = folded;
  return before;
}

/** 0, 1, 2, …; shared by all texts that lead back to themselves. */
let numbers = new Uint32Array(0);

function identity(length: number): Pick<Folded, 'starts' | 'ends'> {
  if (numbers.length <= length) numbers = Uint32Array.from({ length: 2 * length + 1 }, (_, i) => i);
  return { starts: numbers.subarray(0, length), ends: numbers.subarray(1, length + 1) };
}

/**
 * With look-alikes and signs folded until nothing changes: each letter that is found to be Latin
 * can make another one so, and there are only so many.
 */
function foldThrough(characters: FoldedCharacters): Folded {
  if (!characters.foreign) return { ...characters, text: foldSigns(characters.text) };
  let read: Folded = characters;
  for (;;) {
    const latin = foldLookAlikes(read);
    const text = foldSigns(latin.text);
    if (text === read.text) return read;
    read = { ...latin, text };
  }
}
