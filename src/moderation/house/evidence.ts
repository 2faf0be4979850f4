import { HOUSE_TERMS_MAX } from '../../limits.js';
import { type Lesson, pairKey } from './lesson.js';
import { type Moderators, moderatorsOf } from './moderators.js';

/** Texts that must have a word before it is weighed. */
const TEXTS_MIN = 5;
/** Authors whose texts with the word were decided in one direction, for it to count there. */
const AUTHORS_MIN = 3;
/** Of those decisions, how many must be left when any one moderator's are taken away. */
const CONFIRMED_MIN = 2;
/** In standard deviations: a word that lies nearer to all others says nothing of its own. */
const STRENGTH_MIN = 3;
/** Counts by a part of the key first, so that the many words that stand once cost no memory. */
const SLOTS = 1 << 20;

/** A word, or two in a row, that many texts have. */
export interface Feature {
  readonly words: readonly number[];
  /** The lessons that have it, by their place. */
  readonly lessons: readonly number[];
  readonly rejected: number;
  /** Whether it may speak for a rejection, and for an approval. */
  readonly may_raise: boolean;
  readonly may_lower: boolean;
  /** How sure it is that texts with it are decided otherwise than others. */
  readonly strength: number;
}

/**
 * The words and pairs that lessons speak about: the surest, most telling first. A word counts in
 * a direction only where several authors' texts were decided so, and where that is still what the
 * others decided when the decisions of any one moderator are taken away. Gives way at each yield.
 */
export function* featuresOf(lessons: readonly Lesson[]): Generator<undefined, readonly Feature[]> {
  const found = yield* occurrences(lessons);
  const house = houseOf(lessons);
  const features: Feature[] = [];
  for (const { words, at } of found.values()) {
    if (at.length < TEXTS_MIN) continue;
    const feature = measured(house, words, at);
    const telling = feature.strength >= STRENGTH_MIN;
    if (telling && (feature.may_raise || feature.may_lower)) features.push(feature);
    yield;
  }
  return features.sort((a, b) => b.strength - a.strength).slice(0, HOUSE_TERMS_MAX);
}

interface Occurrence {
  readonly words: readonly number[];
  readonly at: number[];
}

function* occurrences(
  lessons: readonly Lesson[],
): Generator<undefined, ReadonlyMap<number, Occurrence>> {
  const counts = new Uint16Array(SLOTS);
  for (const { words } of lessons) {
    for (const key of keysOf(words).keys()) {
      const slot = key & (SLOTS - 1);
      counts[slot] = Math.min((counts[slot] as number) + 1, TEXTS_MIN);
    }
    yield;
  }
  const found = new Map<number, Occurrence>();
  for (const [at, lesson] of lessons.entries()) {
    for (const [key, words] of keysOf(lesson.words)) {
      if ((counts[key & (SLOTS - 1)] as number) < TEXTS_MIN) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, { words, at: [at] });
      else known.at.push(at);
    }
    yield;
  }
  return found;
}

/** Each word and pair of a text once. */
function keysOf(words: Int32Array): ReadonlyMap<number, readonly number[]> {
  const keys = new Map<number, readonly number[]>();
  let before: number | null = null;
  for (const word of words) {
    keys.set(word, [word]);
    if (before !== null) keys.set(pairKey(before, word), [before, word]);
    before = word;
  }
  return keys;
}

interface House extends Moderators {
  readonly lessons: readonly Lesson[];
  readonly share: number;
}

function houseOf(lessons: readonly Lesson[]): House {
  const moderators = moderatorsOf(lessons);
  let [rejected, all] = [0, 0];
  for (const lesson of lessons) {
    const weight = moderators.weights.get(lesson.moderator) as number;
    all += weight;
    if (lesson.rejected) rejected += weight;
  }
  return { ...moderators, lessons, share: rejected / all };
}

/** What one moderator, or all of them, decided about texts with a word. */
interface Said {
  rejected: number;
  approved: number;
  rejected_weight: number;
  approved_weight: number;
}

const NOTHING: Said = { rejected: 0, approved: 0, rejected_weight: 0, approved_weight: 0 };

function measured(house: House, words: readonly number[], at: readonly number[]): Feature {
  const all = { ...NOTHING };
  const by = new Map<string, Said>();
  const authors = { rejected: new Set<string>(), approved: new Set<string>() };
  for (const place of at) {
    const { moderator, author, rejected } = house.lessons[place] as Lesson;
    const own = by.get(moderator) ?? { ...NOTHING };
    by.set(moderator, own);
    const kind = rejected ? 'rejected' : 'approved';
    const weight = house.weights.get(moderator) as number;
    authors[kind].add(author);
    for (const each of [all, own]) {
      each[kind] += 1;
      each[`${kind}_weight`] += weight;
    }
  }
  const doubted = [...by].flatMap(([name, said]) => (house.doubted.has(name) ? [said] : []));
  const rests = [NOTHING, ...doubted].map((said) => without(all, said));
  const shares = rests.map((rest) => shareOf(rest) - house.share);
  return {
    words,
    lessons: at,
    rejected: all.rejected,
    may_raise:
      authors.rejected.size >= AUTHORS_MIN &&
      rests.every(({ rejected }) => rejected >= CONFIRMED_MIN) &&
      shares.every((share) => share > 0),
    may_lower:
      authors.approved.size >= AUTHORS_MIN &&
      rests.every(({ approved }) => approved >= CONFIRMED_MIN) &&
      shares.every((share) => share < 0),
    strength: strengthOf(all, house.share),
  };
}

const without = (all: Said, said: Said): Said => ({
  rejected: all.rejected - said.rejected,
  approved: all.approved - said.approved,
  rejected_weight: all.rejected_weight - said.rejected_weight,
  approved_weight: all.approved_weight - said.approved_weight,
});

const shareOf = ({ rejected_weight, approved_weight }: Said): number =>
  rejected_weight / (rejected_weight + approved_weight);

/** How many standard deviations the share of rejections lies from that of all texts. */
function strengthOf(said: Said, share: number): number {
  const count = said.rejected_weight + said.approved_weight;
  return (Math.abs(shareOf(said) - share) * Math.sqrt(count)) / Math.sqrt(share * (1 - share));
}
