/**
 * npx tsx scripts/corpus/evasions.ts
 *
 * Writes tests/moderation/corpus/evasions.jsonl: sentences in which one expression, in brackets
 * below, is what a moderator objects to, disguised by each technique in turn. The choices are made
 * by a generator of numbers with a fixed seed, so the file comes out the same every time. What
 * people write by themselves stands in evasions-in-the-wild.jsonl, by hand.
 */
import { writeFileSync } from 'node:fs';

const TARGET = 'tests/moderation/corpus/evasions.jsonl';
const SENTENCES_PER_TECHNIQUE = 26;

const SENTENCES: readonly string[] = [
  'This whole plan is [bullshit] from start to end.',
  'What the [fuck] is the mayor thinking?',
  'Nobody gives a [shit] about your museum.',
  'You [asshole], read the article first.',
  'That [bitch] from the council lied again.',
  'The minister is a lying [cunt].',
  'Typical [wanker] from the suburbs.',
  'He talks like a [motherfucker] with money.',
  'Only a [faggot] would write this.',
  'We have enough [niggers] in this town.',
  'She is nothing but a [whore].',
  'What a stupid [slut].',
  'You are a [moron], Peter.',
  'You complete [idiot]!',
  'The author is an [imbecile].',
  'Go [fuck] yourself.',
  'It is all [shitty] journalism here.',
  'The [fucking] bridge is late again.',
  'Oh [fuck] off, all of you.',
  'Listen, [dickhead], nobody asked you.',
  'What a [cocksucker].',
  'The editor is a [twat].',
  'I do not talk to [bitches] like her.',
  'Eat [shit], loser.',
  'Bunch of [assholes] at the town hall.',
  'Why do you [fuckers] defend him?',
  'You are all [cunts].',
  'A [bastard] like you should pay.',
  'You are a [retard].',
  'Holy [shit], that price!',
];

/** Numbers from 0 to 1 by a linear congruence; good enough to choose letters. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Choose = <T>(from: readonly T[]) => T;
type Technique = (word: string, choose: Choose) => string;

const DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', g: '9' };
const SIGNS: Readonly<Record<string, string>> = { a: '@', i: '!', s: '$' };
const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а', c: 'с', e: 'е', o: 'о', i: 'і', s: 'ѕ', h: 'һ', p: 'р', k: 'к', t: 'т', u: 'ս', w: 'ѡ', n: 'ո',
};
const GREEK: Readonly<Record<string, string>> = { o: 'ο', i: 'ι', k: 'κ', u: 'υ', n: 'η', a: 'α', t: 'τ', w: 'ω' };
const TURNED: Readonly<Record<string, string>> = {
  a: 'ɐ', b: 'q', c: 'ɔ', d: 'p', e: 'ǝ', f: 'ɟ', g: 'ƃ', h: 'ɥ', i: 'ᴉ', k: 'ʞ', l: 'l', m: 'ɯ', n: 'u',
  o: 'o', r: 'ɹ', s: 's', t: 'ʇ', u: 'n', w: 'ʍ', y: 'ʎ',
};

/** Every letter that the table has; where it has none of the word, the first is doubled. */
const each = (table: Readonly<Record<string, string>>): Technique => (word) =>
  [...word].map((letter) => table[letter] ?? letter).join('');

const between = (sign: string): Technique => (word) => [...word].join(sign);

const alphabet = (from: number): Technique => (word) =>
  [...word].map((letter) => String.fromCodePoint(from + letter.charCodeAt(0) - 97)).join('');

const oneOf = (techniques: readonly Technique[]): Technique => (word, choose) =>
  choose(techniques)(word, choose);

/** A place inside the word, never at its ends. */
const inside = (word: string, choose: Choose): number =>
  choose(Array.from({ length: word.length - 1 }, (_, at) => at + 1));

const insert = (signs: readonly string[]): Technique => (word, choose) => {
  const at = inside(word, choose);
  return word.slice(0, at) + choose(signs) + word.slice(at);
};

const vowelOf = (word: string): number => Math.max(1, word.search(/(?!^)[aeiou]/u));

const TECHNIQUES: Readonly<Record<string, Technique>> = {
  leet_digits: each(DIGITS),
  leet_signs: (word) => (/[ais]/u.test(word) ? each(SIGNS)(word, ([first]) => first as never) : ''),
  censored_vowel: (word, choose) => {
    const at = vowelOf(word);
    return word.slice(0, at) + choose(['*', '_', '#']) + word.slice(at + 1);
  },
  censored_middle: (word) => {
    const at = vowelOf(word);
    return word.slice(0, at) + '**' + word.slice(at + 2);
  },
  stretched: (word, choose) => {
    const at = vowelOf(word);
    return word.slice(0, at) + (word[at] ?? '').repeat(choose([2, 3, 5])) + word.slice(at + 1);
  },
  spaced: between(' '),
  dotted: (word, choose) => between(choose(['.', '-', '_', '*']))(word, choose),
  split_by_sign: insert(['-', '.', '_', '*', '/', "'", '~', '|']),
  split_by_space: insert([' ']),
  zero_width: insert(['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad']),
  bidi_controls: insert(['\u202e', '\u2066', '\u200f', '\u061c']),
  combining_marks: (word, choose) =>
    [...word].map((letter) => letter + choose(['\u0301', '\u0336', '\u0323\u0302', ''])).join(''),
  accents: each({ a: 'á', e: 'è', i: 'ï', o: 'ø', u: 'ü', c: 'ç', n: 'ñ', s: 'š' }),
  cyrillic: each(CYRILLIC),
  greek: each(GREEK),
  fullwidth: alphabet(0xff41),
  mathematical: oneOf([0x1d41a, 0x1d4ea, 0x1d51e, 0x1d5ba].map(alphabet)),
  enclosed: oneOf([0x24d0, 0x1f130, 0x1f150, 0x1f170].map(alphabet)),
  upside_down: (word) => [...word].reverse().map((letter) => TURNED[letter] ?? letter).join(''),
  mixed: (word, choose) => {
    const spelt = each(DIGITS)(word, choose);
    return choose([
      [...spelt].join(' '),
      [...word.toUpperCase()].join('.'),
      each(CYRILLIC)(insert(['\u200b'])(word, choose), choose),
      insert(['-'])(spelt, choose),
      [...word].map((letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter)).join('\u200d'),
    ]);
  },
};

function main(): void {
  const number = numbersFrom(20_261_124);
  const choose: Choose = (from) => from[Math.floor(number() * from.length)] as never;
  const lines: string[] = [];
  for (const [technique, disguise] of Object.entries(TECHNIQUES)) {
    let made = 0;
    for (const sentence of SENTENCES) {
      if (made === SENTENCES_PER_TECHNIQUE) break;
      const word = /\[(.*)\]/u.exec(sentence)?.[1] ?? '';
      const disguised = disguise(word, choose);
      if (disguised === '' || disguised === word) continue;
      lines.push(JSON.stringify({ technique, text: sentence.replace(`[${word}]`, disguised) }));
      made += 1;
    }
  }
  writeFileSync(TARGET, `${lines.join('\n')}\n`);
  process.stdout.write(`${lines.length} evasions by ${Object.keys(TECHNIQUES).length} techniques\n`);
}

main();
