import { classOf, IS_DIGIT, IS_HALF, IS_MARK, IS_UPPER } from './character-classes.js';

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
const UNIT_MAX = 0xffff;
const LOW_HALF_MIN = 0xdc00;
const DIGITS_FROM = Math.log2(IS_DIGIT);
const CAPITALS_FROM = Math.log2(IS_UPPER);

/** Looks at a text once. */
export function surveyOf(text: string): Survey {
  const { length } = text;
  let [all, seen, capitals, digits] = [0, 0, 0, 0];
  let [halves, longest, run, before] = [0, 0, 0, -1];
  let [stacked, marks, markEnd] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    let bits = classOf(unit);
    all |= unit;
    run = unit === before ? run + 1 : 1;
    if (run > longest) longest = run;
    before = unit;
    if ((bits & (IS_HALF | IS_MARK)) !== 0) {
      const code = text.codePointAt(at) as number;
      if (unit >= LOW_HALF_MIN && (bits & IS_HALF) !== 0) halves += 1;
      bits = classOf(code);
      if ((bits & IS_MARK) !== 0) {
        marks = at === markEnd ? marks + 1 : 1;
        markEnd = at + (code > UNIT_MAX ? 2 : 1);
        if (marks > stacked) stacked = marks;
      }
    }
    seen |= bits;
    capitals += (bits >> CAPITALS_FROM) & 1;
    digits += (bits >> DIGITS_FROM) & 1;
  }
  const ascii = all <= ASCII_MAX;
  return { ascii, seen, capitals, digits, halves, longest_run: longest, stacked_marks: stacked };
}
