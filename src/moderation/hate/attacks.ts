import { HATE_SIGNS_MAX } from '../../limits.js';
import { sourceSpan } from '../../text/shadow-text.js';
import type { Hit } from '../hits.js';
import { mayBeJoined, partsOf } from './joined-words.js';
import type { ReadText } from '../read-text.js';
import { speechOf } from '../quotation.js';
import { remembered } from '../remembered.js';
import { SPEECH } from '../speech.js';
import { DEMAND_FRAMES, isForbidden } from './demand-frames.js';
import { type Frame, NO_SUBJECT, SUBJECT } from './grammar.js';
import { OBJECT_FRAMES } from './object-frames.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { standingOf } from './standing.js';
import { SUBJECT_FRAMES } from './subject-frames.js';
import { TURN_FRAMES } from './turn-frames.js';
import { RUN_MIN, tokensOf } from './tokens.js';

/** Attacks on groups found in a text. */
export interface Attacks {
  /** Said by the writer, in words that cannot be meant otherwise. */
  readonly unmistakable: readonly Hit[];
  /** All others that a person should see. */
  readonly other: readonly Hit[];
}

/** V8 runs an expression of more than 20 KB without compiling it. */
const BUNDLE_LENGTH_MAX = 16_000;
const TURNS: readonly Frame[] = [...DEMAND_FRAMES, ...TURN_FRAMES];
const ALL: readonly Frame[] = [...SUBJECT_FRAMES, ...OBJECT_FRAMES, ...TURNS];
const SUBJECT_BEGINS = `(?<=())${SUBJECT}`;
/** Frames that begin with the group as the subject, tried where it is one. */
const OF_SUBJECT = ALL.filter(({ pattern }) => pattern.source.startsWith(SUBJECT_BEGINS));
const AT_SIGNS = ALL.filter((each) => each.pattern.sticky && !OF_SUBJECT.includes(each));
const SUBJECT_BUNDLES = bundled(OF_SUBJECT);
const SIGN_BUNDLES = bundled(AT_SIGNS);
const IN_SENTENCE = ALL.filter(({ pattern }) => !pattern.sticky);
/** Joined words of a whole sentence are at least as long. */
const LONG_MIN = 9;
/** The group itself: whoever says "a woman" may mean one, and a pronoun others. */
const MEANS_ALL = /§|\b(?:any|every) (?:[a-z]+ ){0,2}°/u;
const ARTICLES_LENGTH_MAX = 24;
const DEMANDS: ReadonlySet<Frame> = new Set(TURNS);
const NONE: Attacks = { unmistakable: [], other: [] };

/** Finds attacks on groups of people. Reads each text once, whoever asks. */
export const attacksOn: (text: ReadText) => Attacks = remembered((text: ReadText) =>
  namesGroup(text) ? withPhrases(text, read(text)) : withPhrases(text, NONE),
);

function withPhrases(text: ReadText, found: Attacks): Attacks {
  const said = SPEECH.hits(text, 'group_attack').filter((hit) => speechOf(text.source, hit) === 'said');
  return said.length === 0 ? found : { ...found, other: [...found.other, ...said] };
}

/** Whether a text may name a group at all: most do not, and cost nothing more. */
function namesGroup(text: ReadText): boolean {
  if (SPEECH.hits(text, 'group_named').length > 0) return true;
  const { count, starts, ends } = text.words;
  let run = 0;
  for (let at = 0; at < count; at += 1) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    run = end - start === 1 ? run + 1 : 0;
    if (run === RUN_MIN) return true;
    if (end - start >= LONG_MIN && isJoined(text.text.slice(start, end))) return true;
  }
  return false;
}

const isJoined = (word: string): boolean => mayBeJoined(word) && partsOf(word) !== null;

function read(text: ReadText): Attacks {
  const sentences = sentencesOf(tokensOf(text));
  const unmistakable: Hit[] = [];
  const other: Hit[] = [];
  let quotes = 0;
  let signs = HATE_SIGNS_MAX;
  for (const [at, sentence] of sentences.entries()) {
    const quotedBefore = quotes % 2 === 1;
    quotes += count(sentence.text);
    if (!sentence.concerns || signs <= 0) continue;
    const near = `${sentences[at - 1]?.text ?? ''} . ${sentences[at + 1]?.text ?? ''}`;
    const places = signsIn(sentence).slice(0, signs);
    signs -= places.length;
    for (const found of attacksIn(sentence, places, { near, quotedBefore })) {
      const { start, end, term } = found;
      const hit = { term, ...sourceSpan(text, start, end) };
      (found.unmistakable ? unmistakable : other).push(hit);
    }
  }
  return { unmistakable, other };
}

interface Found extends Hit {
  readonly unmistakable: boolean;
}

/** Frames that are tried as one expression first: most sentences attack nobody. */
interface Bundle {
  readonly any: RegExp;
  readonly frames: readonly Frame[];
}

function bundled(frames: readonly Frame[]): readonly Bundle[] {
  let own: Frame[] = [];
  let length = 0;
  const bundles = [own];
  for (const each of frames) {
    length += each.pattern.source.length;
    if (length > BUNDLE_LENGTH_MAX) {
      own = [];
      bundles.push(own);
      length = each.pattern.source.length;
    }
    own.push(each);
  }
  return bundles.map((bundle) => ({
    any: new RegExp(bundle.map(({ pattern }) => pattern.source).join('|'), 'uy'),
    frames: bundle,
  }));
}

const framesAt = (bundles: readonly Bundle[], text: string, at: number): readonly Frame[] =>
  bundles.flatMap(({ any, frames }) => (matchAt(any, text, at) === null ? [] : frames));

interface Around {
  readonly near: string;
  readonly quotedBefore: boolean;
}

/** Where the sign of a group stands. */
const SIGN = /[§°£¶¤ø]/gu;
const IS_SUBJECT = new RegExp(`${NO_SUBJECT}[§°¤]`, 'uy');

const signsIn = ({ text }: Sentence): readonly number[] =>
  [...text.matchAll(SIGN)].map(({ index }) => index);

function attacksIn(
  sentence: Sentence,
  signs: readonly number[],
  around: Around,
): readonly Found[] {
  const { text } = sentence;
  const subjects = signs.filter((at) => matchAt(IS_SUBJECT, text, at) !== null);
  const found = (frames: readonly Frame[], places: readonly number[]): readonly Found[] =>
    frames.flatMap((each) => {
      const match = firstMatch(each, text, places);
      return match === null ? [] : attackFrom(sentence, around, { ...match, frame: each });
    });
  return [
    ...subjects.flatMap((at) => found(framesAt(SUBJECT_BUNDLES, text, at), [at])),
    ...signs.flatMap((at) => found(framesAt(SIGN_BUNDLES, text, at), [at])),
    ...found(IN_SENTENCE, [0]),
  ];
}

interface Match {
  readonly from: number;
  readonly to: number;
}

function firstMatch({ pattern }: Frame, text: string, places: readonly number[]): Match | null {
  for (const at of places) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const [whole, before = ''] = match;
    const from = pattern.sticky ? match.index - before.length : match.index;
    return { from, to: match.index + whole.length };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function attackFrom(
  sentence: Sentence,
  { near, quotedBefore }: Around,
  { frame, from, to }: Match & { readonly frame: Frame },
): readonly Found[] {
  const { text } = sentence;
  const before = text.slice(0, from);
  if (DEMANDS.has(frame) && isForbidden(before)) return [];
  const quoted = (count(before) % 2 === 1) !== quotedBefore;
  const standing = standingOf({ before, after: text.slice(to), near, quoted });
  if (standing === 'denied') return [];
  const certain =
    frame.unmistakable && standing === 'said' && !sentence.asks && !sentence.misspelt &&
    MEANS_ALL.test(text.slice(Math.max(0, from - ARTICLES_LENGTH_MAX), to));
  return [{ term: frame.name, ...place(sentence, from, to), unmistakable: certain }];
}

const count = (text: string): number => text.split('"').length - 1;

/** From where to where in the shadow a stretch of a read sentence stands. */
function place({ tokens }: Sentence, from: number, to: number): { start: number; end: number } {
  let start = 0;
  let end = 0;
  let at = 0;
  for (const token of tokens) {
    if (at <= from) start = token.start;
    if (at < to) end = token.end;
    at += token.text.length + 1;
  }
  return { start, end };
}
