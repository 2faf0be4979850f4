import type { ShadowText } from '../shadow-text.js';
import { mayHold } from '../terms/key-set.js';
import { keyOf, wordFrom } from '../words.js';
import type { KnownWords } from './known-words.js';
import type { Reading } from './reading.js';

const RUN_LENGTH_MIN = 8;
const RUN_LENGTH_MAX = 40;
const PART_LENGTH_MIN = 4;
const PART_LENGTH_MAX = 14;
const LETTERS = /^[a-z]+$/u;

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
export function wordsRunTogether(
  { text, words }: ShadowText,
  { singles }: KnownWords,
): readonly Reading[] {
  const found: Reading[] = [];
  for (let index = 0; index < words.count; index += 1) {
    const start = words.starts[index] as number;
    const end = words.ends[index] as number;
    if (end - start < RUN_LENGTH_MIN || end - start > RUN_LENGTH_MAX) continue;
    const run = text.slice(start, end);
    if (!LETTERS.test(run)) continue;
    const [before, after] = [reachable(run), reachableFromEnd(run)];
    for (const part of partsOf(run, { before, after })) {
      if (mayHold(singles, keyOf(wordFrom(part, 0, 0).undoubled))) {
        found.push({ ...wordFrom(part, start, end), whole: false });
      }
    }
  }
  return found;
}

function partsOf(
  run: string,
  { before, after }: { readonly before: readonly boolean[]; readonly after: readonly boolean[] },
): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from + PART_LENGTH_MIN <= run.length; from += 1) {
    if (before[from] !== true) continue;
    const longest = Math.min(run.length, from + PART_LENGTH_MAX);
    for (let to = from + PART_LENGTH_MIN; to <= longest; to += 1) {
      if (after[to] === true && to - from < run.length) parts.push(run.slice(from, to));
    }
  }
  return parts;
}

/** For each place whether little words alone lead to it from the beginning. */
function reachable(run: string): readonly boolean[] {
  const places = [true];
  for (let to = 1; to <= run.length; to += 1) {
    let reached = false;
    for (let from = Math.max(0, to - LITTLE_LENGTH_MAX); from < to && !reached; from += 1) {
      reached = places[from] === true && LITTLE_WORDS.has(run.slice(from, to));
    }
    places.push(reached);
  }
  return places;
}

/** For each place whether little words alone lead from it to the end. */
function reachableFromEnd(run: string): readonly boolean[] {
  const places: boolean[] = Array.from({ length: run.length + 1 }, (_, at) => at === run.length);
  for (let from = run.length - 1; from >= 0; from -= 1) {
    const furthest = Math.min(run.length, from + LITTLE_LENGTH_MAX);
    for (let to = from + 1; to <= furthest && places[from] !== true; to += 1) {
      places[from] = places[to] === true && LITTLE_WORDS.has(run.slice(from, to));
    }
  }
  return places;
}
