/** A stretch of letters and digits of a shadow text. */
export interface TextWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a folded text, in order. */
export function wordsOf(text: string): readonly TextWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Shorter words lose too much: "Jaap" is a name. */
const UNDOUBLED_LENGTH_MIN = 4;

/** A word as written, then with stretched letters taken back: "fuuuck", "assss", "biitch". */
export function spellingsOf(word: string): readonly string[] {
  if (!/(.)\1/u.test(word)) return [word];
  const spellings = new Set([
    word,
    word.replaceAll(/(.)\1{2,}/gu, '$1$1'),
    word.replaceAll(/(.)\1{2,}/gu, '$1'),
  ]);
  const undoubled = word.replaceAll(/(.)\1+/gu, '$1');
  if (undoubled.length >= UNDOUBLED_LENGTH_MIN) spellings.add(undoubled);
  return [...spellings];
}
