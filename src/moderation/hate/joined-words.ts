import { list } from '../terms/list.js';
import { GROUP_WORDS } from './group-names.js';

/** Longer runs are read no further: as long as a sentence of hate without spaces is. */
const LENGTH_MAX = 60;
const GROUP_LENGTH_MIN = 4;

/** What stands beside the name of a group when somebody leaves out the spaces. */
const BESIDE = list(`
  i, we, you, they, all, the, these, those, every, are, is, should, must, be, not, to, of, a,
  and, so, just, really, fucking, fuck, kill, gas, hate, hates, despise, detest, loathe, ban,
  deport, burn, hang, shoot, people, men, women, person, die, dead, dies, evil, scum, trash,
  stupid, dumb, disgusting, disgust, vermin, parasites, vile, inferior, criminals, rapists,
  terrorists, animals, subhuman, worthless, filthy, dirty, killed, shot, deported, hanged,
  gassed, deserve, cant, stand, me, go, home, back, out, suck, hope, rot, no, death, lets, with`);

/** Words that say something of people by themselves, so that a group may be named elsewhere. */
const TELLING: ReadonlySet<string> = new Set(list(`
  hate, despise, detest, loathe, kill, people, disgusting, scum, vermin, stupid, parasites,
  trash, evil, deported, killed, shot, subhuman, worthless, filthy`));

const GROUPS: ReadonlySet<string> = new Set(
  [...GROUP_WORDS]
    .filter(([word, { misspelt }]) => !misspelt && word.length >= GROUP_LENGTH_MIN)
    .map(([word]) => word),
);
const VOCABULARY: ReadonlySet<string> = new Set([...BESIDE, ...GROUPS]);
const PART_LENGTH_MAX = Math.max(...[...VOCABULARY].map((word) => word.length));

/** The first letters of joined words of hate, four of them; anything else is not tried. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...[...GROUPS].map((word) => word.slice(0, 4)),
  ...list(`
  ihat, ides, idet, iloa, ican, weha, wemu, wesh, weki, kill, hate, fuck, depo, ban, gasa,
  gast, gasj, allj, allm, allg, allw, allb, alli, allt, thes, thos, deat, lets, nomo, arev,
  ares, ared, peop`),
]);

/** Whether a word may be several that were joined. Cheap: asked of every long word. */
export const mayBeJoined = (word: string): boolean =>
  BEGINNINGS.has(word.slice(0, 4));

/**
 * The words that were joined into one ("ihatewomen"), or null where it is not made of such words
 * or says nothing of people.
 */
export function partsOf(word: string): readonly string[] | null {
  if (word.length > LENGTH_MAX) return null;
  const parts = split(word);
  if (parts === null || parts.length < 2) return null;
  return parts.some((part) => GROUPS.has(part) || TELLING.has(part)) ? parts : null;
}

/** The words in order; where there are several ways to split it, long words come first. */
function split(word: string): readonly string[] | null {
  const best = new Map<number, readonly string[]>([[0, []]]);
  for (let end = 1; end <= word.length; end += 1) {
    for (let from = Math.max(0, end - PART_LENGTH_MAX); from < end; from += 1) {
      const head = best.get(from);
      const part = word.slice(from, end);
      if (head === undefined || best.has(end) || !VOCABULARY.has(part)) continue;
      best.set(end, [...head, part]);
    }
  }
  return best.get(word.length) ?? null;
}
