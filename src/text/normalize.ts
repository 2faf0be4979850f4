import { foldLeet } from './leet.js';
import { LATIN_VARIANTS, LOOK_ALIKES } from './look-alikes.js';
import type { ShadowText } from './shadow-text.js';
import { wordsOf } from './words.js';

const LATIN_OF = inverted(LATIN_VARIANTS);
const LOOK_ALIKE_OF = inverted(LOOK_ALIKES);

const ASCII = /^[\0-\x7f]*$/u;
const CONTROLS = /[\0-\x09\x0b-\x1f]/u;
const CONTROLS_OR_GRAVE = /[\0-\x09\x0b-\x1f`]/gu;
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

/** A folded text with the way back, for a part of the work. */
interface Folded {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Folds a text for matching: compatibility forms (NFKC), case, marks over letters, invisible
 * characters, Latin letters in fancy dress, letters of other scripts that pass for Latin ones
 * inside words (UTS #39), and digits and signs written for letters. Quotation marks and dashes
 * become the ASCII ones, white space becomes spaces and line feeds. Linear in the length; a text
 * that is folded already stays as it is.
 */
export function normalize(source: string): ShadowText {
  const folded = ASCII.test(source) ? foldAscii(source) : compact(foldCharacters(source));
  return { source, ...folded, words: wordsOf(folded.text) };
}

/** Most texts, and those that need the least. */
function foldAscii(source: string): Folded {
  const lower = source.toLowerCase();
  const text = CONTROLS.test(lower)
    ? lower.replaceAll(CONTROLS_OR_GRAVE, (sign) => (sign === '`' ? "'" : ' '))
    : lower.replaceAll('`', "'");
  return { text: foldSigns(text), ...identity(text.length) };
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

function foldCharacters(source: string): Draft {
  const draft: Draft = { text: '', starts: [], ends: [] };
  let plainBase = true;
  for (let at = 0; at < source.length; ) {
    const code = source.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const { kind, text } = foldOf(code);
    if (kind === 'mark' && plainBase) {
      extend(draft, end);
    } else if (kind !== 'invisible') {
      if (kind !== 'mark') plainBase = kind === 'plain';
      append(draft, text, { at, end });
    }
    at = end;
  }
  return draft;
}

/** What becomes of a character; marks on a `plain` one can be left out. */
interface Fold {
  readonly kind: 'plain' | 'letter' | 'mark' | 'invisible';
  readonly text: string;
}

/** What was found out about characters; a text holds few different ones, and texts the same. */
const folds = new Map<number, Fold>();
const FOLDS_MAX = 10_000;

function foldOf(code: number): Fold {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const fold = foldFor(String.fromCodePoint(code));
  if (folds.size >= FOLDS_MAX) folds.clear();
  folds.set(code, fold);
  return fold;
}

function foldFor(character: string): Fold {
  if (ASCII.test(character)) return { kind: 'plain', text: foldAscii(character).text };
  if (MARK.test(character)) return { kind: 'mark', text: character };
  if (INVISIBLE.test(character)) return { kind: 'invisible', text: '' };
  const plain = MARKS_FOLDED.test(character) || !/\p{L}/u.test(character);
  return { kind: plain ? 'plain' : 'letter', text: foldCharacter(character) };
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

/**
 * With look-alikes and signs folded until nothing changes: each letter that is found to be Latin
 * can make another one so, and there are only so many.
 */
function compact(draft: Draft): Folded {
  let read = draft;
  for (;;) {
    const latin = foldLookAlikes(read);
    const text = foldSigns(latin.text);
    if (text === read.text) break;
    read = { ...latin, text };
  }
  const { text, starts, ends } = read;
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
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
