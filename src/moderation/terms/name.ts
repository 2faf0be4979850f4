/** Where a sentence, a line or a quotation begins, names look like any other word. */
const WORD_BEFORE = /([\p{L}\p{M}.’'-]+)[ -]$/u;
const WORD_AFTER = /^(?:['’]s)?[ -]([\p{L}\p{M}]+)/u;
const CAPITALISED = /^\p{Lu}/u;
const NAME_SPELLING = /^\p{Lu}[\p{Ll}\p{M}]+$/u;

/** Words that are often written with a capital and are no part of a name. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by for from go he her him his i if in is it its me my no not of ' +
    'off on or our out say she so such suck that the their them they this to total ugly up us ' +
    'was we what who why with you your big dumb fat fucking huge little stupid'
  ).split(' '),
);

/** Words after which a name stands rather than an insult: "with Dick", "Uncle Dick". */
const BEFORE_NAMES: ReadonlySet<string> = new Set(
  'and as by called dear named for from hello hi mr or said says thanks to uncle with'.split(' '),
);

/** Words that follow the name of somebody spoken of: "Dick was my neighbour". */
const AFTER_NAMES: ReadonlySet<string> = new Set(
  'and did does had has is knows said says thinks was who will wrote'.split(' '),
);

/**
 * Whether `source.slice(start, end)` is written as the name of a person: with a capital, and beside
 * another name or where a name is to be expected. "Dick Cheney" is one and "what a Dick" is not.
 */
export function isName(source: string, start: number, end: number): boolean {
  if (!NAME_SPELLING.test(source.slice(start, end))) return false;
  const before = WORD_BEFORE.exec(source.slice(Math.max(0, start - 40), start))?.[1];
  const after = WORD_AFTER.exec(source.slice(end, end + 40))?.[1];
  if (after !== undefined && isPartOfName(after)) return true;
  if (before === undefined) return after !== undefined && AFTER_NAMES.has(after);
  if (/\bname(?:'s|’s| is| was) $/iu.test(source.slice(Math.max(0, start - 12), start))) return true;
  return isPartOfName(before) || BEFORE_NAMES.has(before.toLowerCase());
}

function isPartOfName(word: string): boolean {
  return CAPITALISED.test(word) && !NOT_NAMES.has(word.toLowerCase());
}
