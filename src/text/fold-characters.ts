import { append, extendLast, finished, type Folded, newDraft } from './folded.js';
import { LATIN_OF } from './latin-variants.js';

/** Scripts in which a mark over a letter can be left out and the word still be read. */
const MARKS_FOLDED = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]$/u;
const MARK = /^[\p{Mn}\p{Me}]$/u;
const ASCII_MAX = 0x7f;
/** Signs that stand for whole sentences, as U+FDFA does, stay as they are. */
const FOLDED_LENGTH_MAX = 6;
const FOREIGN = /[^\P{L}a-z]/u;
const CONTROLS_OR_GRAVE = /[\0-\x09\x0b-\x1f`]/gu;

/** An ASCII text in lower case, with spaces for controls and ' for a grave accent. */
export function foldAscii(source: string): string {
  return source
    .toLowerCase()
    .replaceAll(CONTROLS_OR_GRAVE, (sign) => (sign === '`' ? "'" : ' '));
}

const ASCII_FOLDED = Uint16Array.from({ length: ASCII_MAX + 1 }, (_, code) =>
  foldAscii(String.fromCharCode(code)).charCodeAt(0),
);

/** A text whose characters are folded. */
export interface FoldedCharacters extends Folded {
  /** Whether letters are left that are not among those from a to z. */
  readonly foreign: boolean;
}

/** Every character of a text by itself, as it is matched. */
export function foldCharacters(source: string): FoldedCharacters {
  const draft = newDraft();
  let plainBase = true;
  let foreign = false;
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at);
    if (unit <= ASCII_MAX) {
      append(draft, ASCII_FOLDED[unit] as number, at);
      plainBase = true;
      at += 1;
      continue;
    }
    const code = source.codePointAt(at) as number;
    const end = at + (code > 0xffff ? 2 : 1);
    const { kind, text, isForeign } = foldOf(code);
    foreign ||= isForeign;
    if (kind === 'mark' && plainBase) {
      extendLast(draft, end);
    } else if (kind !== 'invisible') {
      if (kind !== 'mark') plainBase = kind === 'plain';
      for (let each = 0; each < text.length; each += 1) {
        append(draft, text.charCodeAt(each), at);
        extendLast(draft, end);
      }
    }
    at = end;
  }
  return { ...finished(draft), foreign };
}

/** What becomes of a character; marks on a `plain` one can be left out. */
interface Fold {
  readonly kind: 'plain' | 'letter' | 'mark' | 'invisible';
  readonly text: string;
  /** Whether a letter of `text` is not among those from a to z. */
  readonly isForeign: boolean;
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
  if (MARK.test(character)) return { kind: 'mark', text: character, isForeign: false };
  if (INVISIBLE.test(character)) return { kind: 'invisible', text: '', isForeign: false };
  const text = foldCharacter(character);
  // A letter in fancy dress is of no script, and of one once it is folded.
  const plain = MARKS_FOLDED.test(character + text) || !/\p{L}/u.test(character);
  return { kind: plain ? 'plain' : 'letter', text, isForeign: FOREIGN.test(text) };
}

/** A character beyond ASCII as it is matched; idempotent, and often more than one. */
function foldCharacter(character: string): string {
  const plain = latinOf(character) ?? signOf(character);
  if (plain !== undefined) return plain;
  const compatible = character.normalize('NFKC');
  const bare = MARKS_FOLDED.test(compatible)
    ? compatible.normalize('NFD').replaceAll(/[\p{Mn}\p{Me}]/gu, '')
    : compatible;
  const lower = bare.toLowerCase().replaceAll(/\p{Mn}/gu, (mark) => (MARK.test(bare) ? mark : ''));
  const folded = [...lower].map((each) => (each === 'ß' ? 'ss' : plainOf(each))).join('');
  return folded.length > FOLDED_LENGTH_MAX ? character : folded;
}

/** What became of a compatibility form may be a sign that is written otherwise: a raised minus. */
const plainOf = (character: string): string =>
  latinOf(character) ?? signOf(character) ?? character;

/** Quotation marks, dashes and spaces as ASCII has them. */
function signOf(character: string): string | undefined {
  if (/^[\u2018-\u201b\u2032\u00b4\u02bc\uff07]$/u.test(character)) return "'";
  if (/^[\u201c-\u201f\u00ab\u00bb\u2033]$/u.test(character)) return '"';
  if (/^[\p{Pd}\u2212]$/u.test(character)) return '-';
  if (/^[\u0085\u2028\u2029]$/u.test(character)) return '\n';
  return /^\s$/u.test(character) ? ' ' : undefined;
}

function latinOf(character: string): string | undefined {
  return LATIN_OF.get(character.codePointAt(0) as number);
}
