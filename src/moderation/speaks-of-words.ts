import { isAimed } from './attack/aimed.js';
import type { Facts } from './facts.js';
import type { Hit } from './hits.js';
import type { Lexicon } from './lexicon.js';
import { speechOf } from './quotation.js';
import { GRADES } from './terms/word.js';

const BEFORE_MAX = 60;
/** "I was an idiot to believe it", "stupid me". */
const OF_ONESELF =
  /\b(?:i|we|me|myself)\b(?:'m|'ve| am| are| was| were| felt| feel| have been| must be| must have been)?[^.!?\n,]{0,30}$/u;

/**
 * Whether all the bad words of a text, and there are some, are told of, mentioned or said of
 * oneself. A model that weighs words knows nothing of that, so its score then proves nothing.
 */
export function speaksOfWords(
  lexicon: Lexicon,
  { body, shadow }: Pick<Facts, 'body' | 'shadow'>,
): boolean {
  const insults = lexicon.insults(shadow);
  const graded = GRADES.flatMap((grade) => lexicon.graded(shadow, grade));
  if (insults.length + graded.length === 0) return false;
  if (insults.some((hit) => !isNews(body, hit) && isAimed(shadow, hit))) return false;
  return [...insults, ...graded].every((hit) => isNews(body, hit) || isOfOneself(body, hit));
}

const isNews = (body: string, hit: Hit): boolean =>
  ['told', 'mentioned'].includes(speechOf(body, hit));

const isOfOneself = (body: string, { start }: Hit): boolean =>
  OF_ONESELF.test(body.slice(Math.max(0, start - BEFORE_MAX), start).toLowerCase());
