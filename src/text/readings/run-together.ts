import type { ShadowText } from '../shadow-text.js';
import { mayHold } from '../terms/key-set.js';
import { keyOf, undouble, wordFrom } from '../words.js';
import { type KnownWords, PART_LENGTH_MIN } from './known-words.js';
import type { Reading } from './reading.js';

const RUN_LENGTH_MIN = 8;
const RUN_LENGTH_MAX = 40;

/** Words that are run together with what is meant: whatever else stands there must be these. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    'a all am an and are as at author away back be big bloody both boy by complete cow damn ' +
    'dear did die dirty do does editor family freak girl hell home journalist lazy liar lost ' +
    'mother nasty pig re reporter ve writer ' +
    'dont dumb eat every fat filthy for from fuck fucking get go goddamn got hate have he head her ' +
    'here hey him his hole how i if im in is it its just kick kill kiss know lick like little ' +
    'lover lovers love lying man me men mind mr mrs my no not now of off old on one or our out ' +
    'people piece poor really shes she shut so stinking stupid such suck sucks than that the their ' +
    'them these they theyre this those to total u ugly up ur us was we were what white who will ' +
    'with woman women you your youre yours yourself'
  ).split(' '),
);
const LITTLE_LENGTH_MAX = 8;

/**
 * Words without the spaces between them, "youareamoron": the parts that a known word may be, where
 * all the rest is little words. Each such part stands for the whole. Linear in the text: long words
 * are few and read up to a length.
 */
export function wordsRunTogether(shadow: ShadowText, known: KnownWords): readonly Reading[] {
  const { text, words } = shadow;
  const found: Reading[] = [];
  for (let index = 0; index < words.count; index += 1) {
    const start = words.starts[index] as number;
    const end = words.ends[index] as number;
    if (end - start < RUN_LENGTH_MIN || end - start > RUN_LENGTH_MAX) continue;
    const run = text.slice(start, end);
    for (const part of partsOf(run, known)) {
      found.push({ ...wordFrom(part, start, end), whole: false });
    }
  }
  return found;
}

/** The parts of a run that may be known words, with nothing but little words on either side. */
function partsOf(run: string, { reaches, singles }: KnownWords): readonly string[] {
  const parts: string[] = [];
  // Most long words begin with no little word, so this ends where it begins.
  const places = new Set([0]);
  for (const from of places) {
    for (const to of littleWordsAt(run, from)) places.add(to);
    const longest = reaches.get(run.slice(from, from + PART_LENGTH_MIN)) ?? 0;
    const most = Math.min(longest, run.length - from, run.length - 1);
    for (let length = PART_LENGTH_MIN; length <= most; length += 1) {
      const part = run.slice(from, from + length);
      if (!mayHold(singles, keyOf(undouble(part)))) continue;
      if (isLittleWords(run, from + length)) parts.push(part);
    }
  }
  return parts;
}

/** Where the little words end that begin at a place of a run. */
function littleWordsAt(run: string, from: number): readonly number[] {
  const ends: number[] = [];
  const furthest = Math.min(run.length, from + LITTLE_LENGTH_MAX);
  for (let to = from + 1; to <= furthest; to += 1) {
    if (LITTLE_WORDS.has(run.slice(from, to))) ends.push(to);
  }
  return ends;
}

/** Whether a run goes on to its end with little words alone, or ends here. */
function isLittleWords(run: string, from: number): boolean {
  const places = new Set([from]);
  for (const place of places) for (const to of littleWordsAt(run, place)) places.add(to);
  return places.has(run.length);
}
