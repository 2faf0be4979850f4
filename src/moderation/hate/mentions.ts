import { list } from '../terms/list.js';
import {
  GROUP_WORDS,
  type GroupWord,
  NAMES_CALLED,
  PEOPLE,
  PEOPLE_WHO,
  SUBSTANTIVES,
} from './group-names.js';
import type { Token } from './tokens.js';

/** Signs that stand in a read sentence for the words that name a group. */
export const SIGNS = {
  /** Several or all of them: "Muslims", "black people", "the disabled". */
  many: '§',
  /** Any one of them: "a Muslim", "every woman". */
  any: '°',
  /** A certain one, or what somebody is called: "that woman", "you Jew", "is a Muslim". */
  one: '£',
  /** Insulted in the naming: "Muslim scum". */
  insulted: '¶',
  /** To belong to it: "being gay", "homosexuality". */
  being: 'ø',
  /** A pronoun for a group named near by. */
  pronoun: '¤',
} as const;

export interface Mention {
  readonly sign: string;
  /** How many tokens name it. */
  readonly size: number;
  readonly misspelt: boolean;
}

/** How far an article may stand before the noun. */
const ARTICLE_MAX = 4;
const ANY = new Set(list('a, an, every, any, no, each, another, single, next, first'));
const IS = /(?:^| )(?:am|is|was|are|were|be|being|been|as|became|become|not|just|only|but)$/u;
const JOINS = new Set(['and', 'or', ',']);
const ABSTRACT = new Set(list('homosexuality, transgenderism, transsexuality, lesbianism'));
/** What may follow where the noun before it is not a part of another one's name. */
const GOES_ON = new Set(list(`
  are, is, was, were, should, must, can, will, would, could, have, has, had, do, does, did,
  need, needs, deserve, deserves, ought, may, might, who, that, and, or, but, in, on, at, to,
  for, of, from, with, by, as, when, while, because, here, today, like, than, ever, never,
  always, just, really, simply, only, not, all, again, i, we, you, they, near, into, out, back,
  off, over, home, around, anywhere, am, if, so, belongs, belong, should not, can not,
  will not, would not, do not, does not, is not, are not, must not, next, go, get, make, makes,
  unless, until, too, either, anyway, now`));
/** First words of names that have two. */
const FIRST_OF_TWO: ReadonlySet<string> = new Set(
  [...GROUP_WORDS.keys()].flatMap((name) => (name.includes(' ') ? name.split(' ', 1) : [])),
);
const MARK = /^[.,?"]$/u;

/** The name of a group that begins at a token, or null. */
export function mentionAt(tokens: readonly Token[], at: number): Mention | null {
  const word = textAt(tokens, at);
  if (ABSTRACT.has(word)) return { sign: SIGNS.being, size: 1, misspelt: false };
  if (word === 'people' || word === 'person') return peopleWho(tokens, at);
  const named = nameFrom(tokens, at);
  if (named === null) return null;
  const { end, form, misspelt } = named;
  const found = (sign: string, to: number): Mention => ({ sign, size: to - at, misspelt });
  const next = textAt(tokens, end);
  if (form !== 'plural' && isBeing(tokens, at)) {
    return goesOn(next) ? found(SIGNS.being, end) : null;
  }
  const idiom = next === 'trash' && textAt(tokens, end - 1) === 'white';
  if (NAMES_CALLED.has(next) && !idiom) return found(SIGNS.insulted, end + 1);
  if (form === 'plural') return isTeam(tokens, at) ? null : found(SIGNS.many, end);
  if (Object.hasOwn(PEOPLE, next)) {
    const sign = PEOPLE[next] === 'plural' ? SIGNS.many : singularSign(tokens, at);
    return found(sign, end + 1);
  }
  if (!goesOn(next)) return null;
  if (form === 'singular') return found(singularSign(tokens, at), end);
  const substantive = SUBSTANTIVES.has(textAt(tokens, end - 1));
  return substantive && textAt(tokens, at - 1) === 'the' ? found(SIGNS.many, end) : null;
}

/** "being gay", "to be gay". */
function isBeing(tokens: readonly Token[], at: number): boolean {
  const before = textAt(tokens, at - 1);
  return before === 'being' || (before === 'be' && textAt(tokens, at - 2) === 'to');
}

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '.';
const goesOn = (word: string): boolean => GOES_ON.has(word) || MARK.test(word);

/** "the All Blacks" play rugby. */
const isTeam = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at) === 'blacks' && textAt(tokens, at - 1) === 'all' &&
  textAt(tokens, at - 2) === 'the';

function peopleWho(tokens: readonly Token[], at: number): Mention | null {
  const who = `${textAt(tokens, at + 1)} ${textAt(tokens, at + 2)}`;
  if (!PEOPLE_WHO.has(who)) return null;
  const sign = textAt(tokens, at) === 'people' ? SIGNS.many : singularSign(tokens, at);
  return { sign, size: 3, misspelt: false };
}

interface Named {
  readonly end: number;
  readonly form: GroupWord['form'];
  readonly misspelt: boolean;
}

/** Names in a row are one: "gay Muslims", "black and brown". */
function nameFrom(tokens: readonly Token[], at: number): Named | null {
  let named = nameAt(tokens, at);
  while (named !== null) {
    const from: number = JOINS.has(textAt(tokens, named.end)) ? named.end + 1 : named.end;
    const next = nameAt(tokens, from);
    if (next === null) break;
    named = { ...next, misspelt: next.misspelt || named.misspelt };
  }
  return named;
}

function nameAt(tokens: readonly Token[], at: number): Named | null {
  const first = textAt(tokens, at);
  if (FIRST_OF_TWO.has(first)) {
    const pair = GROUP_WORDS.get(`${first} ${textAt(tokens, at + 1)}`);
    if (pair !== undefined) return { ...pair, end: at + 2 };
  }
  const word = GROUP_WORDS.get(first);
  return word === undefined ? null : { ...word, end: at + 1 };
}

/** What an article before a noun in the singular says of it. */
function singularSign(tokens: readonly Token[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - ARTICLE_MAX); i -= 1) {
    const word = textAt(tokens, i);
    // "my ex, a Greek woman": what stands between commas says who a certain one is.
    const certain = IS.test(textAt(tokens, i - 1)) || textAt(tokens, i - 1) === ',';
    if (ANY.has(word)) return certain ? SIGNS.one : SIGNS.any;
    if (goesOn(word)) return SIGNS.one;
  }
  return SIGNS.one;
}
