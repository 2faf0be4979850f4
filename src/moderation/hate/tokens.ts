import { shadowWords } from '../../text/shadow-text.js';
import type { TextWord } from '../../text/words.js';
import type { ReadText } from '../read-text.js';
import { GROUP_WORDS } from './group-names.js';
import { mayBeJoined, partsOf } from './joined-words.js';
import { misspellingsOf } from './misspellings.js';
import { list } from '../terms/list.js';

/** A word as it is read here, or a mark between words. */
export interface Token {
  /** Written out where the text has a short form: "do not" for "don't". May hold a space. */
  readonly text: string;
  /** In the shadow. */
  readonly start: number;
  readonly end: number;
}

/** Words of one letter that make a run: "h a t e". */
export const RUN_MIN = 4;

const APOSTROPHE = 39;
/** What stands behind an apostrophe, and what it is short for. */
const ENDINGS: Readonly<Record<string, string>> = {
  d: 'would',
  ll: 'will',
  m: 'am',
  re: 'are',
  ve: 'have',
};
/** What loses a letter or more before "n't". */
const BEFORE_NOT: Readonly<Record<string, string>> = {
  ain: 'are',
  can: 'can',
  shan: 'shall',
  won: 'will',
};
const IS_AFTER = new Set(['it', 'that', 'he', 'she', 'what', 'there', 'here', 'who', 'how', 'why']);
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(Object.entries({
  aint: 'are not',
  arent: 'are not',
  bc: 'because',
  cannot: 'can not',
  cant: 'can not',
  cuz: 'because',
  didnt: 'did not',
  doesnt: 'does not',
  dont: 'do not',
  em: 'them',
  gonna: 'going to',
  gotta: 'have to',
  hte: 'hate',
  im: 'i am',
  isnt: 'is not',
  ive: 'i have',
  lets: 'let us',
  ppl: 'people',
  r: 'are',
  shouldnt: 'should not',
  thats: 'that is',
  theyre: 'they are',
  u: 'you',
  wanna: 'want to',
  wont: 'will not',
  wouldnt: 'would not',
  youre: 'you are',
}));

/** Words of their own that the rules for misspellings make. */
const ORDINARY = new Set(list('heat, haet, animal, animas, kiled, shoul, sold, criminal, ate, hat'));
/** What hate is said with, by its misspellings. */
const MISSPELT: ReadonlyMap<string, string> = new Map(
  list(`
    hate, despise, disgusting, disgust, stupid, people, vermin, parasites, worthless, deserve,
    inferior, criminals, terrorists, animals, should, exterminate, deported, killed`).flatMap(
    (word) => misspellingsOf(word).map((spelling) => [spelling, word] as const),
  ).filter(([spelling]) => !ORDINARY.has(spelling)),
);

/** The end of a sentence; a mark that is read as a comma; a quotation mark. */
const MARK = /[.!?…;\n]+|[,:()–—]|-(?=\s)|["“”„«»]|=/gu;

/** The words and marks of a text, in order: "." ends a sentence, "," breaks it, '"' quotes. */
export function tokensOf(shadow: ReadText): readonly Token[] {
  const tokens: Token[] = [];
  const { text } = shadow;
  const words = shadowWords(shadow);
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at] as TextWord;
    pushMarks(tokens, text, { start: from, end: first.start });
    const run = runAt(text, words, at);
    at = run;
    const last = words[run] as TextWord;
    const span = { start: first.start, end: last.end };
    from = last.end;
    const word = first === last ? first.text : lettersOf(text.slice(span.start, span.end));
    const joins = text.charCodeAt(span.start - 1) === APOSTROPHE && joinEnding(tokens, word, span);
    if (!joins) pushWord(tokens, word, span);
  }
  pushMarks(tokens, text, { start: from, end: text.length });
  return tokens;
}

const lettersOf = (run: string): string => run.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');

type Place = Omit<Token, 'text'>;

function pushMarks(tokens: Token[], text: string, { start, end }: Place): void {
  if (end - start === 1 && text.charCodeAt(start) === 32) return;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARK)) {
    const place = { start: start + index, end: start + index + mark.length };
    tokens.push({ text: meaningOf(mark), ...place });
  }
}

function meaningOf(mark: string): string {
  if (mark === '=') return 'are';
  if (/["“”„«»]/u.test(mark)) return '"';
  if (/[,:()–—-]/u.test(mark)) return ',';
  return mark.includes('?') ? '?' : '.';
}

function pushWord(tokens: Token[], written: string, { start, end }: Place): void {
  const word = MISSPELT.get(written) ?? written;
  const parts = word.length < RUN_MIN ? null : partsIn(word, { start, end });
  if (parts === null) tokens.push({ text: SHORT_FORMS.get(word) ?? word, start, end });
  else for (const part of parts) tokens.push({ text: SHORT_FORMS.get(part) ?? part, start, end });
}

/** Writes out what an ending behind an apostrophe is short for; false where it is none. */
function joinEnding(tokens: Token[], ending: string, { start, end }: Place): boolean {
  const before = tokens.at(-1);
  if (before?.end !== start - 1) return false;
  const text = withEnding(before.text, ending);
  if (text !== null) tokens[tokens.length - 1] = { text, start: before.start, end };
  return text !== null;
}

/** A run is tried whatever it begins with; a word where it begins as joined words do. */
function partsIn(word: string, { start, end }: Place): readonly string[] | null {
  if (GROUP_WORDS.has(word)) return null;
  if (end - start > word.length) return partsOf(word);
  return mayBeJoined(word) ? partsOf(word) : null;
}

/** What a word and the ending behind its apostrophe are short for; null for any other. */
function withEnding(word: string, ending: string): string | null {
  if (ending === 't') return `${BEFORE_NOT[word] ?? word.replace(/n$/u, '')} not`;
  if (ending === 's') {
    if (word === 'let') return 'let us';
    return IS_AFTER.has(word) ? `${word} is` : null;
  }
  const long = ENDINGS[ending];
  return long === undefined ? null : `${word} ${long}`;
}

/** Where the run of single letters that begins at a word ends; the word itself for no run. */
function runAt(text: string, words: readonly TextWord[], at: number): number {
  let last = at;
  for (let next = words[at]; next !== undefined && next.end - next.start === 1; ) {
    const following = words[last + 1];
    const near = following !== undefined && following.end - following.start === 1;
    if (!near || !/^[ .-]{1,3}$/u.test(text.slice(next.end, following.start))) break;
    last += 1;
    next = following;
  }
  return last - at + 1 >= RUN_MIN ? last : at;
}
