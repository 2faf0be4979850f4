import { type ShadowText, sourceSpan } from '../shadow-text.js';
import { tableOf } from '../words.js';
import { drawnWords } from './drawn.js';
import { rowLength, rowOf } from './letter-rows.js';
import { turnedWords } from './turned.js';

const ROW_LENGTH_MIN = 3;
/** A letter three times or more, which no word has. */
const STRETCHED = /([a-z])\1{2,}/gu;
/** Of these letters words have two, so two of them are left. */
const OFTEN_DOUBLED = /[lst]/u;
/** From this share of words on that are upside down, the line was turned as a whole. */
const TURNED_LINE_SHARE = 0.5;

/** What is read in the place of a stretch of the shadow. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A text as it reads once letters that stand apart are put together, drawn and turned letters are
 * taken for what they are, and stretched words are let go: for turns of speech that run over
 * several words, "K.I.L.L yourself". Null where nothing of the kind is there, as in most texts.
 */
export function reread(shadow: ShadowText): ShadowText | null {
  const turned = turnedWords(shadow);
  const pieces = [...rowsOf(shadow), ...stretchedOf(shadow), ...drawnWords(shadow), ...turned];
  if (pieces.length === 0) return null;
  const whole = turned.length >= shadow.words.count * TURNED_LINE_SHARE && turned.length > 1;
  return whole ? turnedAsAWhole(shadow, turned) : replaced(shadow, pieces);
}

function rowsOf(shadow: ShadowText): readonly Piece[] {
  const { count, starts, ends } = shadow.words;
  const pieces: Piece[] = [];
  let singles = 0;
  for (let at = 0; at < count; at += 1) {
    const single = (ends[at] as number) - (starts[at] as number) === 1;
    singles = single ? singles + 1 : 0;
    if (singles !== ROW_LENGTH_MIN) continue;
    const first = at - ROW_LENGTH_MIN + 1;
    const length = rowLength(shadow, first);
    if (length < ROW_LENGTH_MIN) {
      singles = ROW_LENGTH_MIN - 1;
      continue;
    }
    const row = rowOf(shadow, first, length);
    pieces.push({ text: row.text, start: row.starts[0] as number, end: row.ends.at(-1) as number });
    at = first + length - 1;
    singles = 0;
  }
  return pieces;
}

function stretchedOf({ text, words }: ShadowText): readonly Piece[] {
  return words.stretched.flatMap((index) => {
    const [start, end] = [words.starts[index] as number, words.ends[index] as number];
    if (!isTripled(text, start, end)) return [];
    const word = text.slice(start, end);
    const read = word.replaceAll(STRETCHED, (_, letter: string) =>
      OFTEN_DOUBLED.test(letter) ? letter + letter : letter,
    );
    return read === word ? [] : [{ text: read, start, end }];
  });
}

/** Whether something stands three times in a row: most words with a double letter need no more. */
function isTripled(text: string, start: number, end: number): boolean {
  for (let at = start + 2; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2)) return true;
  }
  return false;
}

function replaced(shadow: ShadowText, pieces: readonly Piece[]): ShadowText {
  const parts: Piece[] = [];
  let done = 0;
  for (const piece of pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (piece.start < done) continue;
    for (let at = done; at < piece.start; at += 1) {
      parts.push({ text: shadow.text.charAt(at), start: at, end: at + 1 });
    }
    parts.push(piece);
    done = piece.end;
  }
  for (let at = done; at < shadow.text.length; at += 1) {
    parts.push({ text: shadow.text.charAt(at), start: at, end: at + 1 });
  }
  return textOf(shadow, parts);
}

/** The last word of a turned line is its first. */
function turnedAsAWhole(shadow: ShadowText, turned: readonly Piece[]): ShadowText {
  const parts = turned.toReversed().flatMap((piece) => [piece, { ...piece, text: ' ' }]);
  return textOf(shadow, parts);
}

function textOf(shadow: ShadowText, parts: readonly Piece[]): ShadowText {
  const text = parts.map((part) => part.text).join('');
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  let at = 0;
  for (const part of parts) {
    const span = sourceSpan(shadow, part.start, part.end);
    starts.fill(span.start, at, at + part.text.length);
    ends.fill(span.end, at, at + part.text.length);
    at += part.text.length;
  }
  return { source: shadow.source, text, starts, ends, words: tableOf(text), survey: shadow.survey };
}
