import type { Span } from '../../domain/finding.js';
import type { LearntTerm, SiteModel } from '../../domain/site-model.js';
import { CONTRIBUTIONS_MAX, HOUSE_WORDS_MAX } from '../../limits.js';
import { type ShadowText, sourceSpan } from '../../text/shadow-text.js';
import { keyOf } from '../../text/words.js';
import { bounded, probabilityOf } from './fit.js';
import { baseLogit, type HouseText, pairKey } from './lesson.js';

const PLACES = 100_000;
/** Most words are no term: a bit by a part of the key says so sooner than a map does. */
const MARKS = 1 << 16;

/** A term of a layer that a text has. */
export interface FoundTerm extends LearntTerm, Span {}

/** What a site's moderators taught, ready to score texts. Pure. */
export interface HouseLayer {
  readonly version: number;
  /**
   * The probability that a moderator of this site would reject the text, to five places.
   * `toxicity` is the shipped model's score; undefined where it gave none.
   */
  score(shadow: Pick<ShadowText, 'words'>, toxicity: number | undefined): number;
  /** The same for a text that was read before, unrounded. */
  probability(text: HouseText): number;
  /** The terms that raised the score, weightiest first, at most `CONTRIBUTIONS_MAX`. */
  terms(shadow: ShadowText): readonly FoundTerm[];
}

type Learnt = Pick<SiteModel, 'version' | 'slope' | 'offset' | 'terms'>;

export function houseLayer({ version, slope, offset, terms }: Learnt): HouseLayer {
  const places = new Map(terms.map(({ term }, at) => [keyOfTerm(term), at]));
  const weights = Float64Array.from(terms, ({ weight }) => weight);
  const marks = new Uint8Array(MARKS);
  for (const key of places.keys()) marks[markOf(key)] = 1;
  /** Which text counted a term last: a term counts once in a text. */
  const stamps = new Int32Array(terms.length);
  let stamp = 0;

  const placeOf = (key: number): number =>
    marks[markOf(key)] === 0 ? -1 : (places.get(key) ?? -1);
  const weigh = (key: number): number => {
    const place = placeOf(key);
    if (place < 0 || stamps[place] === stamp) return 0;
    stamps[place] = stamp;
    return weights[place] as number;
  };
  const shiftOf = (keys: ArrayLike<number>): number => {
    stamp = (stamp + 1) | 0;
    let shift = 0;
    const count = Math.min(keys.length, HOUSE_WORDS_MAX);
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] as number;
      shift += weigh(key);
      if (at > 0) shift += weigh(pairKey(keys[at - 1] as number, key));
    }
    return bounded(shift);
  };
  const probability = (base: number, keys: ArrayLike<number>): number =>
    probabilityOf(slope * base + offset + shiftOf(keys));

  return {
    version,
    score: ({ words }, toxicity) =>
      Math.round(PLACES * probability(baseLogit(toxicity), words.keys)) / PLACES,
    probability: ({ words, base }) => probability(base, words),
    terms: (shadow) =>
      foundTerms(shadow, (key) => terms[placeOf(key)] ?? null)
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || a.start - b.start)
        .slice(0, CONTRIBUTIONS_MAX),
  };
}

const markOf = (key: number): number => (key ^ (key >>> 16)) & (MARKS - 1);

function keyOfTerm(term: string): number {
  const [first = '', second] = term.split(' ');
  return second === undefined ? keyOf(first) : pairKey(keyOf(first), keyOf(second));
}

/** Each term that a text has, where it stands first. */
function foundTerms(
  shadow: ShadowText,
  termOf: (key: number) => LearntTerm | null,
): FoundTerm[] {
  const { keys, starts, ends, count } = shadow.words;
  const found = new Map<string, FoundTerm>();
  const put = (key: number, from: number, to: number): void => {
    const term = termOf(key);
    if (term === null || found.has(term.term)) return;
    const span = sourceSpan(shadow, starts[from] as number, ends[to] as number);
    found.set(term.term, { ...term, ...span });
  };
  for (let at = 0; at < Math.min(count, HOUSE_WORDS_MAX); at += 1) {
    const key = keys[at] as number;
    put(key, at, at);
    if (at > 0) put(pairKey(keys[at - 1] as number, key), at - 1, at);
  }
  return [...found.values()];
}
