import {
  classOf,
  IS_DIGIT,
  IS_MARK,
  IS_SURROGATE_LOW,
  IS_UPPER,
} from './character-classes.js';

/** What a look at every character of a text tells, so that most rules need not look again. */
export interface Survey {
  readonly ascii: boolean;
  /** The bits of `character-classes.ts` that at least one character has. */
  readonly seen: number;
  readonly capitals: number;
  /** ASCII digits. */
  readonly digits: number;
  /** Code units that are the second half of a character. */
  readonly halves: number;
  /** The most times that one code unit follows itself, white space too. */
  readonly longest_run: number;
  /** The most marks that stand on one character. */
  readonly stacked_marks: number;
}

const ASCII_MAX = 0x7f;
const ASCII_DIGITS_FROM = Math.log2(IS_DIGIT);
const CAPITALS_FROM = Math.log2(IS_UPPER);

/** Looks at a text once. */
export function surveyOf(text: string): Survey {
  const { length } = text;
  let all = 0;
  let seen = 0;
  let capitals = 0;
  let digits = 0;
  let longest = 0;
  let run = 0;
  let before = -1;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    const bits = classOf(unit);
    all |= unit;
    seen |= bits;
    capitals += (bits >> CAPITALS_FROM) & 1;
    digits += (bits >> ASCII_DIGITS_FROM) & 1;
    run = unit === before ? run + 1 : 1;
    if (run > longest) longest = run;
    before = unit;
  }
  const common = { seen, capitals, digits, longest_run: longest };
  if (all <= ASCII_MAX) return { ascii: true, ...common, halves: 0, stacked_marks: 0 };
  return { ascii: false, ...common, ...beyondAscii(text, common) };
}

/** What only texts beyond ASCII have: characters of two code units, and marks. */
function beyondAscii(
  text: string,
  found: Pick<Survey, 'seen' | 'capitals'>,
): Pick<Survey, 'seen' | 'capitals' | 'halves' | 'stacked_marks'> {
  let { seen, capitals } = found;
  let halves = 0;
  let marks = 0;
  let stacked = 0;
  if ((seen & (IS_MARK | IS_SURROGATE_LOW)) === 0) return { ...found, halves, stacked_marks: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    const bits = classOf(code);
    if (code > 0xffff) {
      at += 1;
      halves += 1;
      seen |= bits;
      capitals += (bits >> CAPITALS_FROM) & 1;
    } else if ((bits & IS_SURROGATE_LOW) !== 0) {
      halves += 1;
    }
    marks = (bits & IS_MARK) === 0 ? 0 : marks + 1;
    if (marks > stacked) stacked = marks;
  }
  return { seen, capitals, halves, stacked_marks: stacked };
}
