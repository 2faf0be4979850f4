import { classOf, SPLITS } from '../character-classes.js';
import { letterOf } from '../leet.js';
import type { ShadowText } from '../shadow-text.js';
import { type KeySet, mayHold } from '../terms/key-set.js';
import { keyOf, nextKey, type TextWord, wordFrom } from '../words.js';

/** Nobody reads a longer word letter by letter. */
const JOINED_LENGTH_MAX = 24;
const SPACED_LENGTH_MIN = 3;
/** Of a longer row of single letters, a part this long is a word of its own: "a f u c k". */
export const PART_LENGTH_MIN = 4;
/** A word split by a space, "fu ck", is as long as this. */
const HALVES_LENGTH_MIN = 4;
const HALVES_LENGTH_MAX = 13;
/** What is left of "it's", "don't", "I'd", "I'm" without the apostrophe. */
const CONTRACTED = /^[stdm]$/u;
/** What follows an apostrophe in English: "who're". */
const CONTRACTION = /^(?:[stdm]|re|ve|ll)$/u;
/** Words of one letter, after which and before which anything may stand: "pick a". */
const LONE_WORD = /^[aio]$/u;

/** What is known of the terms of one word, to tell at once that there is none. */
export interface KnownWords {
  /** By their first `PART_LENGTH_MIN` letters, how long the longest is. */
  readonly reaches: ReadonlyMap<string, number>;
  readonly singles: KeySet;
}

const SPACED_GAP = /^[^\p{L}\p{N}\n]{1,3}$/u;
const SPLIT_GAP_MAX = 2;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
/** Also a digit that stands for a letter: "m 0 r 0 n". */
const LETTER = /^[\p{L}013-9]$/u;
/** Of a word split by a space, a half that is a word by itself proves nothing. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  (
    'a ad age ago aid air al all am an and ant any ape arm art as ass at aunt ave bad bag ban bar ' +
    'bass bat be bed bet bi bid big bin bit bob book boss both bow boy bra bull bus but by can ' +
    'cap car cat co con cow cup cut dad dam day de dear deed del den did die dig dim dip do doe ' +
    'dog don door down du ear eat egg el ell end er et eve ex eye face fag fan far fat fed fee few ' +
    'fig fin fit fly for fox free fun gas get go god got gun had ham hand hat he head hen her ' +
    'hers hi hid him his hit ho hole holes hot how hub id if ill in ink inn is it its jam jar job ' +
    'joe jon key kid kin king la lad law lay le led leg let lid lie lip lo lock log lot low mad ' +
    'man map mat may me men met mi mid mix mo more mother mud my nag name net new nib nit no nor ' +
    'not now nut of off oh oil old on one or ore ought our out own pa pan pass pay pen per pet pi ' +
    'pie pig pin pit po pop pot pre pro put ran rat raw re red res rid rip rob rod row rub run sad ' +
    'sat saw say sea see self set she sit site six so son st sty sun ta tab tag tan tap tar tax ' +
    'tea ted ten the them then they thing ti tie tin tip tit to toe ton too top tor toy try tub ' +
    'tug two un up us use van via wan war was way we web well were wet what when who why wig will ' +
    'win wit with won work worn yes yet you your'
  ).split(' '),
);

/** A word as it can also be read. */
export interface Reading extends TextWord {
  /** All of what stands there, so that a term with asterisks may fit it. */
  readonly whole: boolean;
}

interface Place {
  readonly shadow: ShadowText;
  readonly known: KnownWords;
  readonly at: number;
}

/**
 * Words that were written apart to be missed, where one of those known may have been: "f u c k",
 * "s.h.i.t", "fu-ck", "fu ck". Offsets from the first letter to the last. At most a constant number
 * for each word of the text.
 */
export function joinedWords(shadow: ShadowText, known: KnownWords): readonly Reading[] {
  const joined: Reading[] = [];
  const { count, starts, ends } = shadow.words;
  for (let at = 0; at + 1 < count; ) {
    const gap = (starts[at + 1] ?? 0) - (ends[at] ?? 0);
    const place = { shadow, known, at };
    const spaced = (ends[at] ?? 0) - (starts[at] ?? 0) > 2 ? 0 : spacedLength(shadow, at);
    if (spaced >= SPACED_LENGTH_MIN) {
      joinRow(place, spaced, joined);
      at += spaced;
      continue;
    }
    if (gap === 1 && shadow.text.charCodeAt(ends[at] ?? 0) === SPACE) joinHalves(place, joined);
    else if (gap <= SPLIT_GAP_MAX) joinSplit(place, joined);
    at += 1;
  }
  return joined;
}

/** How many single letters stand in a row here. */
function spacedLength({ text, words }: ShadowText, first: number): number {
  const { count, starts, ends } = words;
  let at = first;
  for (; at < count; at += 1) {
    const [start = 0, end = 0] = [starts[at], ends[at]];
    if (end - start > 2 || !LETTER.test(text.slice(start, end))) break;
    if (at > first && !SPACED_GAP.test(text.slice(ends[at - 1], start))) break;
  }
  return at - first;
}

/** A row of single letters, whole or in part. */
function joinRow({ shadow, known, at }: Place, length: number, joined: Reading[]): void {
  const { starts, ends } = shadow.words;
  // By index, not by code unit: a letter may have two.
  const letters = Array.from({ length }, (_, index) =>
    // A digit in a row of letters is the letter that it stands for.
    letterOf(shadow.text.slice(starts[at + index], ends[at + index])),
  );
  const add = (from: number, to: number, whole: boolean): void => {
    const text = letters.slice(from, to).join('');
    if (!whole && !mayHold(known.singles, keyOf(text))) return;
    joined.push({ ...wordFrom(text, starts[at + from] ?? 0, ends[at + to - 1] ?? 0), whole });
  };
  if (length <= JOINED_LENGTH_MAX) add(0, length, true);
  for (let from = 0; from + PART_LENGTH_MIN <= length; from += 1) {
    const beginning = letters.slice(from, from + PART_LENGTH_MIN).join('');
    const longest = Math.min(known.reaches.get(beginning) ?? 0, JOINED_LENGTH_MAX);
    const end = Math.min(length, from + longest);
    for (let to = from + PART_LENGTH_MIN; to <= end; to += 1) {
      if (to - from < length) add(from, to, false);
    }
  }
}

/** The parts of a word with signs between them: each beginning of the row, two words or more. */
function joinSplit({ shadow, known, at }: Place, joined: Reading[]): void {
  const { text, words } = shadow;
  const { count, starts, ends, keys } = words;
  const start = starts[at] ?? 0;
  let [length, key] = [(ends[at] ?? 0) - start, keys[at] ?? 0];
  for (let next = at + 1; next < count && isSplit(shadow, next); next += 1) {
    const [from = 0, to = 0] = [starts[next], ends[next]];
    length += to - from;
    if (length > JOINED_LENGTH_MAX) return;
    key = keyWith(key, text, { before: ends[next - 1] ?? 0, from, to });
    if (!mayHold(known.singles, key)) continue;
    const parts = Array.from({ length: next - at + 1 }, (_, part) =>
      text.slice(starts[at + part], ends[at + part]),
    );
    joined.push({ ...wordFrom(parts.join(''), start, to), whole: false });
  }
}

/** The key of a word that goes on with another stretch of letters; `before` is where it broke. */
function keyWith(
  key: number,
  text: string,
  { before, from, to }: { readonly before: number; readonly from: number; readonly to: number },
): number {
  let whole = key;
  let last = text.charCodeAt(before - 1);
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    whole = nextKey(whole, unit, last);
    last = unit;
  }
  return whole;
}

/** Whether one or two signs are all that stands between a word and the one before it. */
function isSplit({ text, words }: ShadowText, next: number): boolean {
  const [from = 0, to = 0] = [words.ends[next - 1], words.starts[next]];
  if (to - from > SPLIT_GAP_MAX) return false;
  for (let at = from; at < to; at += 1) {
    if ((classOf(text.charCodeAt(at)) & SPLITS) === 0) return false;
  }
  if (to - from > 1 || text.charCodeAt(from) !== APOSTROPHE) return true;
  return !CONTRACTION.test(text.slice(to, words.ends[next]));
}

/** "fu ck" and "shi t", where one half at least is no word and the whole may be a term. */
function joinHalves({ shadow, known, at }: Place, joined: Reading[]): void {
  const { text, words } = shadow;
  const { starts, ends, keys } = words;
  const [start = 0, before = 0] = [starts[at], ends[at]];
  const [from = 0, to = 0] = [starts[at + 1], ends[at + 1]];
  const length = before - start + to - from;
  if (length < HALVES_LENGTH_MIN || length > HALVES_LENGTH_MAX) return;
  // Two words stand beside each other everywhere, so this must cost little.
  if (!mayHold(known.singles, keyWith(keys[at] ?? 0, text, { before, from, to }))) return;
  const one = text.slice(start, before);
  const other = text.slice(from, to);
  const whole = one + other;
  if ((known.reaches.get(whole.slice(0, PART_LENGTH_MIN)) ?? 0) < length) return;
  if (CONTRACTED.test(one) || LONE_WORD.test(one) || LONE_WORD.test(other)) return;
  if (SHORT_WORDS.has(one) && SHORT_WORDS.has(other)) return;
  joined.push({ ...wordFrom(whole, start, to), whole: false });
}
