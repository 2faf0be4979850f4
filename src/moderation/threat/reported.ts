import type { Hit } from '../hits.js';

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

const CALLED =
  /\b(?:called|calls|calling|call) (?:me|him|her|us|them|people|someone|anyone|everyone) (?:an? |the )?$/u;

/** Whether words stand inside quotation marks, or are what somebody is said to have been called. */
export function isQuoted(source: string, { start }: Pick<Hit, 'start'>): boolean {
  const before = source.slice(Math.max(0, start - BEFORE_MAX), start).toLowerCase();
  return opensQuotation(before) || CALLED.test(before);
}

/** Whether a quotation mark before the place has not been closed again. */
function opensQuotation(before: string): boolean {
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'), before.lastIndexOf('„'));
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
  if (opened > closed) return true;
  let marks = 0;
  for (let at = before.indexOf('"'); at >= 0; at = before.indexOf('"', at + 1)) marks += 1;
  return marks % 2 === 1;
}
