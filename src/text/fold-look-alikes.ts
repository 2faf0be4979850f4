import { classOf, IS_LETTER } from './character-classes.js';
import { append, type Draft, extendLast, finished, type Folded, newDraft } from './folded.js';
import { LOOK_ALIKE_OF } from './latin-variants.js';
import { tableOf } from './words.js';

const ASCII_MAX = 0x7f;
const LATIN = /[a-z]/u;

/**
 * Letters of other scripts stand for Latin ones only in words that are Latin otherwise, or that
 * consist of such letters alone in a Latin text; so Russian stays Russian. The same text where
 * nothing is to be folded.
 */
export function foldLookAlikes(read: Folded): Folded {
  const { text } = read;
  const { latin, foreign } = countLetters(text);
  let folded: Draft | null = null;
  let done = 0;
  const { count, starts, ends } = tableOf(text);
  for (let index = 0; index < count; index += 1) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    if (!passesForLatin(text.slice(start, end), latin >= foreign)) continue;
    folded ??= newDraft();
    copy(read, folded, { from: done, to: start });
    for (let at = start; at < end; ) {
      const code = text.codePointAt(at) as number;
      const units = code > 0xffff ? 2 : 1;
      const letter = LOOK_ALIKE_OF.get(code) ?? String.fromCodePoint(code);
      for (let unit = 0; unit < letter.length; unit += 1) {
        append(folded, letter.charCodeAt(unit), read.starts[at] as number);
        extendLast(folded, read.ends[at + units - 1] as number);
      }
      at += units;
    }
    done = end;
  }
  if (folded === null) return read;
  copy(read, folded, { from: done, to: text.length });
  return finished(folded);
}

/** Letters from a to z, and all others. */
function countLetters(text: string): { readonly latin: number; readonly foreign: number } {
  let latin = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    if (code > 0xffff) at += 1;
    if ((classOf(code) & IS_LETTER) === 0) continue;
    if (code <= ASCII_MAX) latin += 1;
    else foreign += 1;
  }
  return { latin, foreign };
}

function passesForLatin(word: string, inLatinText: boolean): boolean {
  let alike = 0;
  let characters = 0;
  for (const character of word) {
    characters += 1;
    if (LOOK_ALIKE_OF.has(character.codePointAt(0) as number)) alike += 1;
  }
  if (alike === 0) return false;
  return LATIN.test(word) || (inLatinText && alike === characters);
}

function copy(read: Folded, into: Draft, { from, to }: { from: number; to: number }): void {
  for (let unit = from; unit < to; unit += 1) {
    append(into, read.text.charCodeAt(unit), read.starts[unit] as number);
    extendLast(into, read.ends[unit] as number);
  }
}
