import { HATE_SENTENCES_MAX, HATE_SENTENCE_TOKENS_MAX } from '../../limits.js';
import { list } from '../terms/list.js';
import { mentionAt, SIGNS } from './mentions.js';
import type { Token } from './tokens.js';

/** A sentence in plain words, with a sign for each group that it names. */
export interface Sentence {
  /** Tokens between single spaces: "i can not stand § , they all annoy me". */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Names a group itself, or speaks of one that was named. */
  readonly concerns: boolean;
  readonly asks: boolean;
  /** A group's name is misspelt. */
  readonly misspelt: boolean;
}

/** How many sentences back a pronoun may reach. */
const REACH = 2;
const NAMED = /[§°¶]/u;
const PRONOUNS = new Set(list('they, them'));
/** "these people" and what else is said of them that were named. */
const THESE = new Set(list('these, those, this, their'));
const THESE_WHAT = new Set(list('people, lot, kind, creatures, things, folks, sort'));
const HIM = new Set(list('him, her'));

/** Reads tokens as sentences, no more of them than `HATE_SENTENCES_MAX`. */
export function sentencesOf(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const { tokens: own, asks } of split(tokens)) {
    const named = withNames(own);
    const earlier = sentences.slice(-REACH).some(({ text }) => NAMED.test(text));
    const read = withPronouns(named.tokens, earlier);
    const text = read.map((token) => token.text).join(' ');
    const concerns = /[§°£¶ø¤]/u.test(text);
    sentences.push({ text, tokens: read, concerns, asks, misspelt: named.misspelt });
  }
  return sentences;
}

interface Part {
  readonly tokens: readonly Token[];
  readonly asks: boolean;
}

function split(tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = [];
  let own: Token[] = [];
  const close = (asks: boolean): void => {
    if (own.length > 0) parts.push({ tokens: own, asks });
    own = [];
  };
  for (const token of tokens) {
    if (token.text === '.' || token.text === '?') close(token.text === '?');
    else own.push(token);
    if (own.length === HATE_SENTENCE_TOKENS_MAX) close(false);
    if (parts.length === HATE_SENTENCES_MAX) return parts;
  }
  close(false);
  return parts;
}

function withNames(tokens: readonly Token[]): { tokens: readonly Token[]; misspelt: boolean } {
  const read: Token[] = [];
  let misspelt = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const mention = mentionAt(tokens, at);
    if (mention === null) {
      read.push(token);
      at += 1;
      continue;
    }
    at += mention.size;
    misspelt ||= mention.misspelt;
    const end = (tokens[at - 1] as Token).end;
    read.push({ text: mention.sign, start: token.start, end });
  }
  return { tokens: read, misspelt };
}

/** With the sign for a pronoun where a group was named before, or is named in the sentence. */
function withPronouns(tokens: readonly Token[], earlier: boolean): readonly Token[] {
  if (!earlier && !tokens.some(({ text }) => NAMED.test(text))) return tokens;
  const read: Token[] = [];
  let any = false;
  for (const token of tokens) {
    const before = read.at(-1);
    any ||= token.text === SIGNS.any;
    if (before !== undefined && THESE.has(before.text) && THESE_WHAT.has(token.text)) {
      read[read.length - 1] = { text: SIGNS.pronoun, start: before.start, end: token.end };
      continue;
    }
    const [first = '', ...rest] = token.text.split(' ');
    const stands = PRONOUNS.has(first) || (any && HIM.has(first));
    read.push(stands ? { ...token, text: [SIGNS.pronoun, ...rest].join(' ') } : token);
  }
  return read;
}
