import { wordUnitsAt } from './word-units.js';

/** A stretch of letters and digits of a shadow text. */
export interface TextWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** With every letter that stands twice in a row written once: "fuuuck" as "fuck". */
  readonly undoubled: string;
}

/** The words of a folded text, in order. */
export function wordsOf(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  for (let at = 0; at < text.length; ) {
    let units = wordUnitsAt(text, at);
    if (units === 0) {
      at += 1;
      continue;
    }
    const start = at;
    let stretched = false;
    let before = -1;
    for (; units > 0; units = at < text.length ? wordUnitsAt(text, at) : 0) {
      const unit = text.charCodeAt(at);
      stretched ||= unit === before;
      before = unit;
      at += units;
    }
    const word = text.slice(start, at);
    words.push({ text: word, start, end: at, undoubled: stretched ? undouble(word) : word });
  }
  return words;
}

/** A word that was put together from what stands between `start` and `end`. */
export function wordFrom(text: string, start: number, end: number): TextWord {
  return { text, start, end, undoubled: undouble(text) };
}

/** Shorter words lose too much: "Jaap" is a name. */
const UNDOUBLED_LENGTH_MIN = 4;

/** A word as written, then with stretched letters taken back: "fuuuck", "assss", "biitch". */
export function spellingsOf({ text, undoubled }: TextWord): readonly string[] {
  if (undoubled === text) return [text];
  const spellings = new Set([
    text,
    text.replaceAll(/(.)\1{2,}/gu, '$1$1'),
    text.replaceAll(/(.)\1{2,}/gu, '$1'),
  ]);
  if (undoubled.length >= UNDOUBLED_LENGTH_MIN) spellings.add(undoubled);
  return [...spellings];
}

/** A word with every letter that stands twice in a row written once. */
export function undouble(word: string): string {
  let undoubled = '';
  let from = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== word.charCodeAt(at - 1)) continue;
    undoubled += word.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? word : undoubled + word.slice(from);
}
