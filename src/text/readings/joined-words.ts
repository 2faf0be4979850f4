import { letterOf } from '../leet.js';
import { type TextWord, wordFrom } from '../words.js';

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

/** How long the longest word is that begins with these `PART_LENGTH_MIN` letters; 0 for none. */
export type Reach = (beginning: string) => number;

const SPACED_GAP = /^[^\p{L}\p{N}\n]{1,3}$/u;
const SPLIT_GAP = /^[.\-_*~^=+'|/\\,;:!]{1,2}$/u;
/** Also a digit that stands for a letter: "m 0 r 0 n". */
const LETTER = /^[\p{L}013-9]$/u;
const DIGITS = /[013-9]/u;
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
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly at: number;
}

/**
 * Words that were written apart to be missed: "f u c k", "s.h.i.t", "fu-ck", "fu ck". Offsets from
 * the first letter to the last. At most a constant number for each word of the text; of a row of
 * letters only the parts that `reach` says a word may begin with.
 */
export function joinedWords(
  text: string,
  words: readonly TextWord[],
  reach: Reach,
): readonly Reading[] {
  const joined: Reading[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const place = { text, words, at };
    const length = spacedLength(place);
    if (length >= SPACED_LENGTH_MIN) {
      partsOf(words.slice(at, at + length).map(lettered), reach, joined);
      at += length;
    } else {
      splitWord(place, reach, joined);
      at += 1;
    }
  }
  return joined;
}

/** How many single letters stand in a row here. */
function spacedLength({ text, words, at }: Place): number {
  let length = 0;
  for (; ; length += 1) {
    const word = words[at + length];
    if (word === undefined || word.text.length > 2 || !LETTER.test(word.text)) return length;
    const before = length > 0 ? words[at + length - 1] : undefined;
    if (before !== undefined && !SPACED_GAP.test(text.slice(before.end, word.start))) return length;
  }
}

/** A digit in a row of letters is the letter that it stands for. */
function lettered(word: TextWord): TextWord {
  if (!DIGITS.test(word.text)) return word;
  const { start, end } = word;
  return wordFrom(letterOf(word.text), start, end);
}

/** A row of single letters, whole or in part. */
function partsOf(row: readonly TextWord[], reach: Reach, joined: Reading[]): void {
  if (row.length <= JOINED_LENGTH_MAX) joined.push({ ...join(row), whole: true });
  // By index, not by code unit: a letter may have two.
  const letters = row.map(({ text }) => text);
  for (let from = 0; from + PART_LENGTH_MIN <= row.length; from += 1) {
    const longest = reach(letters.slice(from, from + PART_LENGTH_MIN).join(''));
    const end = Math.min(row.length, from + Math.min(longest, JOINED_LENGTH_MAX));
    for (let to = from + PART_LENGTH_MIN; to <= end; to += 1) {
      if (to - from < row.length) joined.push({ ...join(row.slice(from, to)), whole: false });
    }
  }
}

/** The parts of a word with signs between them: each beginning of the row, two words or more. */
function splitWord({ text, words, at }: Place, reach: Reach, joined: Reading[]): void {
  const first = words[at];
  let before = first;
  let whole = first?.text ?? '';
  for (let next = at + 1; first !== undefined && before !== undefined; next += 1) {
    const word = words[next];
    if (word === undefined) return;
    const spaced = word.start - before.end === 1 && text.charCodeAt(before.end) === 0x20;
    if (spaced && next > at + 1) return;
    if (spaced ? !areHalves(before, word, reach) : !isSplit(text, before.end, word)) return;
    whole += word.text;
    if (whole.length > JOINED_LENGTH_MAX) return;
    joined.push({ ...wordFrom(whole, first.start, word.end), whole: false });
    if (spaced) return;
    before = word;
  }
}

function isSplit(text: string, from: number, { text: next, start: to }: TextWord): boolean {
  if (to - from > 2) return false;
  const gap = text.slice(from, to);
  return SPLIT_GAP.test(gap) && !(gap === "'" && CONTRACTION.test(next));
}

/** "fu ck" and "shi t", where one half at least is no word and the whole may be a term. */
function areHalves({ text: one }: TextWord, { text: other }: TextWord, reach: Reach): boolean {
  const length = one.length + other.length;
  if (length < HALVES_LENGTH_MIN || length > HALVES_LENGTH_MAX) return false;
  const missing = PART_LENGTH_MIN - one.length;
  const beginning = one.slice(0, PART_LENGTH_MIN) + (missing > 0 ? other.slice(0, missing) : '');
  if (reach(beginning) < length) return false;
  if (CONTRACTED.test(one) || LONE_WORD.test(one) || LONE_WORD.test(other)) return false;
  return !SHORT_WORDS.has(one) || !SHORT_WORDS.has(other);
}

function join(words: readonly TextWord[]): TextWord {
  const text = words.map((word) => word.text).join('');
  return wordFrom(text, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
