import type { Hit } from '../hits.js';
import { opensQuotation } from '../quotation.js';

const BEFORE_MAX = 120;
const SPEECH =
  /\b(?:said|says|saying|told|tells|telling|wrote|writes|shouted|yelled|screamed|called|texted|tweeted|threatened|warned|chanted|sang|lyrics?|quote|quoted|reads|messages?|like)\b[^.!?\n]{0,40}$/u;
const SUPPOSED = /\b(?:if|when|unless|anyone|whoever)\b[^.!?;\n]{0,60}$/u;

/**
 * Whether what a hit covers is told of or supposed rather than said: inside quotation marks, after
 * a word of saying, or under a condition ("if you cross the border you will be shot").
 */
export function isReported(source: string, { start }: Hit): boolean {
  const before = source.slice(Math.max(0, start - BEFORE_MAX), start).toLowerCase();
  return opensQuotation(before) || SPEECH.test(before) || SUPPOSED.test(before);
}
