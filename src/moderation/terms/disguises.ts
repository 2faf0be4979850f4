import { undouble } from '../../text/words.js';
import { list } from './list.js';
import { PACKAGE_TERMS } from './package-terms.js';

/**
 * The terms that are disguised most, with the forms of theirs that are. Of rarer ones the disguises
 * would be read as other words.
 */
export const DISGUISED: Readonly<Record<string, readonly string[]>> = {
  arsehole: ['arsehole', 'arseholes'],
  asshole: ['asshole', 'assholes'],
  bastard: ['bastard', 'bastards'],
  bitch: ['bitch', 'bitches'],
  bullshit: ['bullshit'],
  cocksucker: ['cocksucker'],
  cunt: ['cunt', 'cunts'],
  dickhead: ['dickhead', 'dickheads'],
  douchebag: ['douchebag'],
  dumbass: ['dumbass'],
  faggot: ['faggot', 'faggots'],
  fuck: ['fuck', 'fucks', 'fucked', 'fucker', 'fuckers', 'fucking'],
  idiot: ['idiot', 'idiots'],
  imbecile: ['imbecile'],
  jackass: ['jackass'],
  kike: ['kike', 'kikes'],
  moron: ['moron', 'morons'],
  motherfucker: ['motherfucker'],
  nigger: ['nigger', 'niggers', 'nigga'],
  prick: ['prick'],
  pussy: ['pussy'],
  retard: ['retard', 'retards'],
  scumbag: ['scumbag'],
  shit: ['shit', 'shits', 'shitty'],
  shithead: ['shithead'],
  slut: ['slut', 'sluts'],
  tranny: ['tranny'],
  twat: ['twat'],
  wanker: ['wanker', 'wankers'],
  whore: ['whore', 'whores'],
};

/** Shorter words have too many neighbours among ordinary ones. */
const LENGTH_MIN = 4;
/** Of three letters, the words without vowels that nobody means otherwise. */
const SHORT_SKELETONS: ReadonlySet<string> = new Set(list('sht, cnt, dck'));

/** Spellings that sound the same, as readers write them: what stands for what. */
const SOUNDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ck/gu, ['k', 'kk', 'q', 'cc', 'x']],
  [/c(?=[aoulr])/gu, ['k', 'kh']],
  [/^f/gu, ['ph']],
  [/(?<!^)k/gu, ['q', 'ck', 'qu']],
  [/ss/gu, ['zz', 'z', 'sz']],
  [/(?<!s)s(?!s)/gu, ['z']],
  [/gg/gu, ['qq', 'gq']],
  [/(?<![aeiou])u(?![aeiou])/gu, ['oo', 'uu', 'ou', 'y']],
  [/(?<![aeiou])i(?![aeiou])/gu, ['ee', 'y', 'ie', 'ei', 'ea']],
  [/er$/gu, ['a', 'ah', 'uh', 'ur', 'ar', 'or', 'erz']],
  [/or$/gu, ['er', 'ur', 'ar']],
  [/y$/gu, ['i', 'ie', 'ee', 'ey']],
  [/(?<=t)ard$/gu, ['erd', 'urd', 'ad']],
  [/sh/gu, ['sch', 'zh']],
  [/wh/gu, ['vvh']],
  [/w(?!h)/gu, ['vv']],
];

/** What these rules make of a term and is a word or a name of its own. */
const ORDINARY: ReadonlySet<string> = new Set([
  ...PACKAGE_TERMS.none,
  ...list(`
    batch, count, counts, dots, dunc, hitch, kuntz, morn, morns, perk, perks, pricy, prix, schit,
    schitt, niger, nigers, sheet, sheets, sloot, sloots, slot, trots, tssr`),
]);

/**
 * Ways to write a term so that a list misses it and a reader does not: without vowels ("btch"),
 * with double letters written once,
 * by its sound ("phukk", "azzhole"), with two letters changed over ("btich"), from behind
 * ("kcuf").
 */
export function disguisesOf(term: string): readonly string[] {
  const made = new Set([
    ...respelled(term),
    ...withoutVowels(term),
    ...changedOver(term),
    reversed(term),
    undouble(term),
  ]);
  made.delete(term);
  return [...made].filter(
    (word) =>
      (word.length >= LENGTH_MIN || SHORT_SKELETONS.has(word)) && !ORDINARY.has(word),
  );
}

/** With one sound or two written otherwise. */
function respelled(term: string): readonly string[] {
  const once = oneSound(term);
  return [...once, ...once.flatMap(oneSound)];
}

function oneSound(term: string): readonly string[] {
  return SOUNDS.flatMap(([sound, spellings]) =>
    sound.test(term) ? spellings.map((spelling) => term.replaceAll(sound, spelling)) : [],
  );
}

/** With some of its vowels left out, or all; the consonants carry the word. */
function withoutVowels(term: string): readonly string[] {
  let forms: readonly string[] = [''];
  for (const letter of term) {
    const drops = /[aeiou]/u.test(letter);
    forms = forms.flatMap((form) => (drops ? [form + letter, form] : [form + letter]));
  }
  const vowels = (word: string): number => word.replaceAll(/[^aeiou]/gu, '').length;
  return forms.filter((form) => vowels(form) < vowels(term));
}

/** With two letters changed over, but for the first. */
function changedOver(term: string): readonly string[] {
  return Array.from({ length: Math.max(0, term.length - 2) }, (_, at) => {
    const [one, other] = [term.charAt(at + 1), term.charAt(at + 2)];
    return term.slice(0, at + 1) + other + one + term.slice(at + 3);
  });
}

const reversed = (term: string): string => [...term].reverse().join('');
