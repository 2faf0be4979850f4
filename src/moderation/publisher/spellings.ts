/**
 * How people hide a word from a filter, each way by its name. What the service reads through is
 * for it to say: some of these it does not.
 */
export const SPELLINGS = [
  'plain',
  'capitals',
  'plural',
  'leet_digits',
  'leet_signs',
  'doubled',
  'stretched',
  'spaced',
  'dotted',
  'split_by_space',
  'split_by_sign',
  'zero_width',
  'accents',
  'stacked_marks',
  'cyrillic',
  'greek',
  'fullwidth',
  'mathematical',
  'circled',
  'turned',
  'censored',
  'backwards',
  'letters_swapped',
  'letter_dropped',
  'inside_a_word',
] as const;

export type SpellingName = (typeof SPELLINGS)[number];

/** A term as somebody might write it. */
export interface Spelling {
  readonly name: SpellingName;
  readonly text: string;
}

type Spell = (term: string) => string;

const each = (table: Readonly<Record<string, string>>): Spell => (term) =>
  [...term].map((letter) => table[letter] ?? letter).join('');

/** The letters from a to z of a block of Unicode that has them in a row. */
const alphabet = (first: number): Spell => (term) =>
  term.replace(/[a-z]/gu, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));

/** Every word by itself: what is between words stays. */
const eachWord = (spell: Spell): Spell => (term) =>
  term.replace(/[\p{L}\p{N}]{2,}/gu, (word) => spell(word));

const between = (sign: string): Spell => eachWord((word) => [...word].join(sign));

const after = (at: (word: readonly string[]) => number, put: (letter: string) => string): Spell =>
  eachWord((word) => {
    const letters = [...word];
    const place = at(letters);
    return letters.map((letter, index) => (index === place ? put(letter) : letter)).join('');
  });

const middle = (word: readonly string[]): number => Math.floor((word.length - 1) / 2);

/** The first vowel that does not begin the word; else what is in its middle. */
const vowel = (word: readonly string[]): number => {
  const found = word.findIndex((letter, index) => index > 0 && /[aeiouyäöü]/u.test(letter));
  return found === -1 ? middle(word) : found;
};

const LEET_DIGITS = { a: '4', e: '3', g: '9', i: '1', o: '0', s: '5', t: '7' };
const LEET_SIGNS = { a: '@', i: '!', s: '$' };
const ACCENTS = { a: 'á', c: 'ç', e: 'è', i: 'ï', n: 'ñ', o: 'ô', s: 'š', u: 'ù', y: 'ý', z: 'ž' };
const CYRILLIC = { a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у' };
const GREEK = { a: 'α', i: 'ι', k: 'κ', n: 'η', o: 'ο', p: 'ρ', t: 'τ', u: 'υ', v: 'ν', w: 'ω' };
const TURNED = {
  ...{ a: 'ɐ', b: 'q', c: 'ɔ', d: 'p', e: 'ǝ', f: 'ɟ', g: 'ƃ', h: 'ɥ', i: 'ᴉ', j: 'ɾ', k: 'ʞ' },
  ...{ m: 'ɯ', n: 'u', p: 'd', q: 'b', r: 'ɹ', t: 'ʇ', u: 'n', v: 'ʌ', w: 'ʍ', y: 'ʎ' },
};

const backwards: Spell = (term) => [...term].reverse().join('');

const swapped: Spell = eachWord((word) => {
  const letters = [...word];
  const place = middle(letters);
  const [one = '', other = ''] = letters.slice(place, place + 2);
  return [...letters.slice(0, place), other, one, ...letters.slice(place + 2)].join('');
});

const SPELL: Readonly<Record<SpellingName, Spell>> = {
  plain: (term) => term,
  capitals: (term) => term.toUpperCase(),
  plural: (term) => `${term}s`,
  leet_digits: each(LEET_DIGITS),
  leet_signs: each(LEET_SIGNS),
  doubled: after(middle, (letter) => letter.repeat(2)),
  stretched: after(vowel, (letter) => letter.repeat(5)),
  spaced: between(' '),
  dotted: between('.'),
  split_by_space: after(middle, (letter) => `${letter} `),
  split_by_sign: after(middle, (letter) => `${letter}-`),
  zero_width: after(middle, (letter) => `${letter}\u200b`),
  accents: each(ACCENTS),
  stacked_marks: eachWord((word) => [...word].map((letter) => `${letter}\u0336\u0301`).join('')),
  cyrillic: each(CYRILLIC),
  greek: each(GREEK),
  fullwidth: alphabet(0xff41),
  mathematical: alphabet(0x1d41a),
  circled: alphabet(0x24d0),
  turned: (term) => backwards(each(TURNED)(term)),
  censored: after(vowel, () => '*'),
  backwards,
  letters_swapped: swapped,
  letter_dropped: after(vowel, () => ''),
  inside_a_word: (term) => `pre${term}able`,
};

/**
 * A term in every way of hiding it that changes it; an asterisk, which stands for any letters, is
 * written as one. The first is the term itself.
 */
export function spellingsOf(term: string): readonly Spelling[] {
  const plain = term.toLowerCase().replaceAll('*', 'a');
  const seen = new Set<string>();
  return SPELLINGS.flatMap((name) => {
    const text = SPELL[name](plain);
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ name, text }];
  });
}
