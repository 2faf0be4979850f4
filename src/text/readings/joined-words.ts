import { classOf, SPLITS } from '../character-classes.js';
import type { ShadowText } from '../shadow-text.js';
import { mayHold } from '../terms/key-set.js';
import { keyWith, wordFrom } from '../words.js';
import { JOINED_LENGTH_MAX, type KnownWords, PART_LENGTH_MIN } from './known-words.js';
import { readRow, rowLength, rowOf } from './letter-rows.js';
import type { Reading } from './reading.js';

const ROW_LENGTH_MIN = 3;
/** A word split by a space, "fu ck", is as long as this. */
const HALVES_LENGTH_MIN = 4;
const HALVES_LENGTH_MAX = 13;
/** What is left of "it's", "don't", "I'd", "I'm" without the apostrophe. */
const CONTRACTED = /^[stdm]$/u;
/** What follows an apostrophe in English: "who're". */
const CONTRACTION = /^(?:[stdm]|re|ve|ll)$/u;
/** Words of one letter, after which and before which anything may stand: "pick a". */
const LONE_WORD = /^[aio]$/u;
const SPLIT_GAP_MAX = 2;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const APOSTROPHE = 0x27;
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
  const { count } = shadow.words;
  for (let at = 0; at + 1 < count; ) {
    const letters = rowLength(shadow, at);
    if (letters >= ROW_LENGTH_MIN) {
      readRow(rowOf(shadow, at, letters), known, joined);
      at += letters;
    } else {
      joinFrom({ shadow, known, at }, joined);
      at += 1;
    }
  }
  return joined;
}

function joinFrom(place: Place, joined: Reading[]): void {
  const { text, words } = place.shadow;
  const end = words.ends[place.at] as number;
  const next = words.starts[place.at + 1] as number;
  if (next - end === 1 && isSpace(text.charCodeAt(end))) joinHalves(place, joined);
  else joinSplit(place, joined);
}

const isSpace = (unit: number): boolean => unit === SPACE || unit === LINE_FEED;

/** The parts of a word with signs between them: each beginning of the row, two words or more. */
function joinSplit({ shadow, known, at }: Place, joined: Reading[]): void {
  const { text, words } = shadow;
  const { count, starts, ends, keys } = words;
  const start = starts[at] as number;
  let [length, key] = [(ends[at] as number) - start, (keys[at] as number)];
  for (let next = at + 1; next < count && isSplit(shadow, next); next += 1) {
    const after = ends[next - 1] as number;
    const from = starts[next] as number;
    const to = ends[next] as number;
    length += to - from;
    if (length > JOINED_LENGTH_MAX) return;
    key = keyWith(key, text, { after, from, to });
    if (!mayHold(known.singles, key)) continue;
    const parts = Array.from({ length: next - at + 1 }, (_, part) =>
      text.slice(starts[at + part], ends[at + part]),
    );
    joined.push({ ...wordFrom(parts.join(''), start, to), whole: false });
  }
}

/** Whether one or two signs are all that stands between a word and the one before it. */
function isSplit({ text, words }: ShadowText, next: number): boolean {
  const from = words.ends[next - 1] as number;
  const to = words.starts[next] as number;
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
  const start = starts[at] as number;
  const before = ends[at] as number;
  const from = starts[at + 1] as number;
  const to = ends[at + 1] as number;
  const length = before - start + to - from;
  if (length < HALVES_LENGTH_MIN || length > HALVES_LENGTH_MAX) return;
  // Two words stand beside each other everywhere, so this must cost little.
  const key = keyWith(keys[at] as number, text, { after: before, from, to });
  if (!mayHold(known.singles, key)) return;
  const one = text.slice(start, before);
  const other = text.slice(from, to);
  const whole = one + other;
  if ((known.reaches.get(whole.slice(0, PART_LENGTH_MIN)) ?? 0) < length) return;
  if (CONTRACTED.test(one) || LONE_WORD.test(one) || LONE_WORD.test(other)) return;
  if (SHORT_WORDS.has(one) && SHORT_WORDS.has(other)) return;
  joined.push({ ...wordFrom(whole, start, to), whole: false });
}
