import { CLASS_WORDS } from './class-words.js';

/** The classes in their order; the order is part of the model's format. */
export const CLASSES = Object.keys(CLASS_WORDS) as readonly (keyof typeof CLASS_WORDS)[];

/** Endings that leave a word in its class, with what stands for them in the base form. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['d', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['in', ''],
  ['ish', ''],
  ['er', ''],
  ['ers', ''],
  ['est', ''],
  ['ly', ''],
];
const BASE_LENGTH_MIN = 3;

const MASKS = masks();

function masks(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  CLASSES.forEach((name, at) => {
    for (const word of CLASS_WORDS[name].trim().split(/\s+/u)) {
      found.set(word, (found.get(word) ?? 0) | (1 << at));
    }
  });
  return found;
}

/** The classes of a folded word, a bit for each; 0 for most words. */
export function classesOf(word: string): number {
  const own = MASKS.get(word);
  if (own !== undefined) return own;
  for (const [ending, base] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length) + base;
    if (stem.length < BASE_LENGTH_MIN) continue;
    const known = MASKS.get(stem) ?? MASKS.get(undoubledEnd(stem));
    if (known !== undefined) return known;
  }
  return 0;
}

/** "stabbing" and "fattest" write the last letter of the base twice. */
function undoubledEnd(stem: string): string {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}
