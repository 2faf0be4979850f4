import { foldLeet } from './leet.js';
import { LATIN_VARIANTS, LOOK_ALIKES } from './look-alikes.js';
import type { ShadowText } from './shadow-text.js';

const LATIN_OF = inverted(LATIN_VARIANTS);
const LOOK_ALIKE_OF = inverted(LOOK_ALIKES);

const ASCII_MAX = 0x7f;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /[a-z]/u;
const FOREIGN_LETTERS = /[^\P{L}a-z]/gu;
const LATIN_LETTERS = /[a-z]/gu;
/** Scripts in which a mark over a letter can be left out and the word still be read. */
const MARKS_FOLDED = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]$/u;
const MARK = /^[\p{Mn}\p{Me}]$/u;

/** A folded text under way: each code unit with the source characters that it came from. */
interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Folds a text for matching: compatibility forms (NFKC), case, marks over letters, invisible
 * characters, Latin letters in fancy dress, letters of other scripts that pass for Latin ones
 * inside words (UTS #39), and digits and signs written for letters. Quotation marks and dashes
 * become the ASCII ones, white space becomes spaces and line feeds. Linear in the length.
 */
export function normalize(source: string): ShadowText {
  const draft: Draft = { text: '', starts: [], ends: [] };
  foldCharacters(source, draft);
  const folded = foldLookAlikes(draft);
  return {
    source,
    text: foldLeet(folded.text),
    starts: Uint32Array.from(folded.starts),
    ends: Uint32Array.from(folded.ends),
  };
}

function foldCharacters(source: string, draft: Draft): void {
  let plainBase = true;
  for (let at = 0; at < source.length; ) {
    const code = source.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    if (code <= ASCII_MAX) {
      append(draft, foldAscii(source, at, code), { at, end });
      plainBase = true;
    } else {
      const character = source.slice(at, end);
      if (MARK.test(character)) {
        if (!plainBase) append(draft, character, { at, end });
        else extend(draft, end);
      } else if (!INVISIBLE.test(character)) {
        plainBase = MARKS_FOLDED.test(character) || !/\p{L}/u.test(character);
        append(draft, foldCharacter(character), { at, end });
      }
    }
    at = end;
  }
}

function foldAscii(source: string, at: number, code: number): string {
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
  if (code === 0x60) return "'";
  if (code < 0x20 && code !== 0x0a) return ' ';
  return source.charAt(at);
}

/** A character beyond ASCII as it is matched; idempotent, and often more than one. */
function foldCharacter(character: string): string {
  const own = LATIN_OF.get(character);
  if (own !== undefined) return own;
  if (/^[\u2018-\u201b\u2032\u00b4\u02bc\uff07]$/u.test(character)) return "'";
  if (/^[\u201c-\u201f\u00ab\u00bb\u2033]$/u.test(character)) return '"';
  if (/^[\p{Pd}\u2212]$/u.test(character)) return '-';
  if (/^[\u0085\u2028\u2029]$/u.test(character)) return '\n';
  if (/^\s$/u.test(character)) return ' ';
  const compatible = character.normalize('NFKC');
  const bare = MARKS_FOLDED.test(compatible)
    ? compatible.normalize('NFD').replaceAll(/[\p{Mn}\p{Me}]/gu, '')
    : compatible;
  const lower = bare.toLowerCase().replaceAll(/\p{Mn}/gu, (mark) => (MARK.test(bare) ? mark : ''));
  return [...lower].map((each) => (each === 'ß' ? 'ss' : (LATIN_OF.get(each) ?? each))).join('');
}

function append(draft: Draft, text: string, from: { at: number; end: number }): void {
  draft.text += text;
  for (let unit = 0; unit < text.length; unit += 1) {
    draft.starts.push(from.at);
    draft.ends.push(from.end);
  }
}

/** A mark that is left out belongs to the letter before it, so a span covers both. */
function extend(draft: Draft, end: number): void {
  const last = draft.ends.length - 1;
  if (last >= 0) draft.ends[last] = end;
}

/**
 * Letters of other scripts stand for Latin ones only in words that are Latin otherwise, or that
 * consist of such letters alone in a Latin text; so Russian stays Russian.
 */
function foldLookAlikes(draft: Draft): Draft {
  const foreign = draft.text.match(FOREIGN_LETTERS)?.length ?? 0;
  if (foreign === 0) return draft;
  const latin = draft.text.match(LATIN_LETTERS)?.length ?? 0;
  const folded: Draft = { text: '', starts: [], ends: [] };
  let done = 0;
  for (const { 0: word, index } of draft.text.matchAll(WORD)) {
    if (!passesForLatin(word, latin >= foreign)) continue;
    copy(draft, folded, { from: done, to: index });
    let at = index;
    for (const character of word) {
      const { length } = character;
      const from = { at: draft.starts[at] ?? 0, end: draft.ends[at + length - 1] ?? 0 };
      append(folded, LOOK_ALIKE_OF.get(character) ?? character, from);
      at += length;
    }
    done = at;
  }
  if (done === 0) return draft;
  copy(draft, folded, { from: done, to: draft.text.length });
  return folded;
}

function passesForLatin(word: string, inLatinText: boolean): boolean {
  const characters = [...word];
  if (!characters.some((character) => LOOK_ALIKE_OF.has(character))) return false;
  if (LATIN.test(word)) return true;
  return inLatinText && characters.every((character) => LOOK_ALIKE_OF.has(character));
}

function copy(draft: Draft, into: Draft, { from, to }: { from: number; to: number }): void {
  into.text += draft.text.slice(from, to);
  for (let unit = from; unit < to; unit += 1) {
    into.starts.push(draft.starts[unit] ?? 0);
    into.ends.push(draft.ends[unit] ?? 0);
  }
}

function inverted(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([latin, variants]) =>
      [...variants].map((variant): [string, string] => [variant, latin]),
    ),
  );
}
