import { shadowIndexOf } from '../../text/shadow-text.js';
import type { ReadText } from '../read-text.js';
import type { Hit } from '../hits.js';

/** How far a subject may stand before the insult that is aimed at it. */
const BEFORE_MAX = 120;
const AFTER_MAX = 60;

/** What stands around an insult, within its sentence. */
export interface Context {
  /** Words and commas before it, the nearest last; a contraction is one word ("you're"). */
  readonly before: readonly string[];
  /** Nothing but space stands between the beginning of the sentence and `before`. */
  readonly opens: boolean;
  /** The folded text after it. */
  readonly after: string;
  /** How the word `before[index]` began when submitted: "Kirby" with a K, "@kirby" with an @. */
  readonly initial: (index: number) => string;
}

const SENTENCE_END = /[.!?…;:\n"“”()[\]{}<>|*]/u;
const STRETCHED = /(\p{L})\1{2,}/gu;
const WORD_OR_COMMA = /[\p{L}\p{M}\p{N}@_'’-]+|,/gu;

/** Reads what stands around a hit. */
export function contextOf(shadow: ReadText, hit: Hit): Context {
  const at = shadowIndexOf(shadow, hit.start);
  const begin = sentenceBegin(shadow.text, at);
  const slice = shadow.text.slice(begin, at);
  const tokens = [...slice.matchAll(WORD_OR_COMMA)];
  const end = shadowIndexOf(shadow, hit.end);
  return {
    // "you are sooooo" is no other word than "so".
    before: tokens.map(([token]) => token.replaceAll('’', "'").replaceAll(STRETCHED, '$1')),
    opens: at - begin < BEFORE_MAX,
    after: shadow.text.slice(end, end + AFTER_MAX).replaceAll('’', "'"),
    initial: (index) => {
      const { index: place } = tokens[index] as RegExpMatchArray & { readonly index: number };
      const from = shadow.starts[begin + place] as number;
      return String.fromCodePoint(shadow.source.codePointAt(from) as number);
    },
  };
}

function sentenceBegin(text: string, at: number): number {
  const floor = Math.max(0, at - BEFORE_MAX);
  for (let i = at - 1; i >= floor; i--) {
    if (SENTENCE_END.test(text.charAt(i))) return i + 1;
  }
  return floor;
}
