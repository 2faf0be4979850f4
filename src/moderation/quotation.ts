import type { Span } from '../domain/finding.js';

/**
 * How words stand in a text: `said` by its author; `quoted`, as far as the marks tell; `told`, as
 * what somebody else said; `mentioned`, where the word itself is the subject.
 */
export type Speech = 'said' | 'quoted' | 'told' | 'mentioned';

const BEFORE_MAX = 120;
const AFTER_MAX = 90;

const OPENING = '"“„«‘';
const CLOSING = '"”“»’';

/** "the word X", "a slur like X", "the etymology of X". */
const WORD_CUE =
  /\b(?:words?|terms?|slurs?|epithets?|expressions?|phrases?|insults?|etymology|origins?|meanings?|spelling|synonyms?|titled?|named|hashtag|acronym)(?:,? (?:such as|like|of|for|is|was|called|spelt|spelled))? ["“„«‘']?$/u;
/** What follows a word that begins a sentence about it: "X comes from", "X, Y and Z were". */
const IS_SUBJECT =
  /^,? ?(?:is|was|were|has been|originally|means?|meant|comes?|derives?|(?:\p{L}+,? (?:and )?){1,3}were)\b/u;
/** Said of a word that stands by itself in quotation marks or begins a sentence. */
const MEANING =
  /\b(?:means?|meant|meaning|words?|terms?|origins?|etymolog\w*|dictionary|dictionaries|diary|derive[sd]?|derived|latin|old english|middle english|norse|yiddish|pronounced|slang|slurs?|spelled|spelt|synonym|translates?|translated|nickname|abbreviation|short (?:word|form) for|unprintable|clinical|street names?|swear ?words?|euphemism)\b/u;
const SAYING =
  'said|says|saying|told|tells|telling|shouting|yelling|screaming|writing|began|begins|ended|ends|signed|laughed|joked|sighed|texted|tweeted|posted|shouted|shouts|yelled|yells|screamed|screams|wrote|writes|written|reads?|called|chanted|chanting|sang|sings|raps?|rapped|lyrics|quoted|quotes|heard|asked|replied|answered|testified|claimed|threatened|messages?|letters?|transcript|recording|caption|signs?|banner|graffiti|poster|placard|headline|muttered|hissed|spat|whispered|line|went';
const SAID_BEFORE = new RegExp(String.raw`\b(?:${SAYING})\b[^.!?\n"“”„«»]{0,50}["“„«‘]?$`, 'u');
const SAID_AFTER = new RegExp(
  String.raw`^[^"”»’\n]{0,60}["”»’][\s,–—-]{0,4}(?:\p{L}+ ){0,4}(?:${SAYING}|remarks?|comments?|speech|slogan|chants?|tweets?|jokes?|song|outburst|quote|is not an? |are not)\b`,
  'u',
);
/** "called me an idiot", "calling women bitches", "was called a moron". */
const CALLED =
  /\b(?:(?:call|calls|called|calling|label(?:l?ed|l?ing|s)?|brand(?:ed|ing|s)?) (?!you\b|u\b|it\b|that\b|this\b)(?:\p{L}+ ){1,3}|(?:was|were|been|being|is|are|got|get|getting) (?:called|labelled|branded) )(?:(?:an? |the )?\p{L}+ (?:or|and) )?(?:an? |the |as )?["“„«‘]?$/u;
/** "stop calling", "nobody should call". */
const OBJECTED =
  /\b(?:stop|don't|do not|don’t|never|quit|nobody should|no one should|please don't|instead of|rather than|without|not) (?:\p{L}+ )?(?:call|calling|labell?ing|branding)\b[^.!?\n]{0,40}$/u;
/** Whoever speaks of himself or to somebody hides behind the marks. */
const OWN_WORDS = /\b(?:i|we) (?:say|said|repeat|mean|call)\b[^.!?\n]{0,40}$/u;
const TO_SOMEBODY =
  /\b(?:you|u|ur|your|you're|youre)\b(?! (?:know|see|say|can|could|might|may|will|find|get))/u;

/** How the words of a span stand in the text as it was submitted. */
export function speechOf(source: string, { start, end }: Span): Speech {
  const before = sentenceEnd(source.slice(Math.max(0, start - BEFORE_MAX), start).toLowerCase());
  const after = source.slice(end, end + AFTER_MAX).toLowerCase();
  const quoted = opensQuotation(before);
  if (isMentioned(before, after, quoted)) return 'mentioned';
  if (OBJECTED.test(before) && CALLED.test(before)) return 'mentioned';
  if (CALLED.test(before)) return 'told';
  if (!quoted) return 'said';
  if (OWN_WORDS.test(before)) return 'quoted';
  return SAID_BEFORE.test(outside(before)) || SAID_AFTER.test(after) ? 'told' : 'quoted';
}

function isMentioned(before: string, after: string, quoted: boolean): boolean {
  const [rest = ''] = after.split(/[.!?\n]/u);
  if (TO_SOMEBODY.test(`${before} ${rest}`)) return false;
  if (WORD_CUE.test(before)) return true;
  const alone = OPENING.includes(before.at(-1) ?? ' ') && CLOSING.includes(after.charAt(0) || ' ');
  if (alone && quoted) return MEANING.test(before) || MEANING.test(rest);
  return before.trim() === '' && IS_SUBJECT.test(rest) && MEANING.test(rest);
}

/** What stands before, from where its sentence begins; a quotation may hold several. */
function sentenceEnd(before: string): string {
  if (opensQuotation(before)) return before;
  const at = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => before.lastIndexOf(mark)));
  return at < 0 ? before : before.slice(at + 1).trimStart();
}

/** What stands before the quotation that is open. */
function outside(before: string): string {
  const at = Math.max(...['"', '“', '„', '«'].map((mark) => before.lastIndexOf(mark)));
  return before.slice(0, at + 1);
}

/** Whether a quotation mark before the place has not been closed again. */
export function opensQuotation(before: string): boolean {
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'), before.lastIndexOf('„'));
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
  if (opened > closed) return true;
  let marks = 0;
  for (let at = before.indexOf('"'); at >= 0; at = before.indexOf('"', at + 1)) marks += 1;
  return marks % 2 === 1;
}
