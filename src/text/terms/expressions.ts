import { createRequire } from 'node:module';

import type * as Re2js from 're2js';

import {
  EXPRESSION_PLACES_STEPS_MAX,
  EXPRESSION_SIZE_MAX,
  EXPRESSIONS_CACHE_BYTES_MAX,
  SPANS_PER_FINDING_MAX,
} from '../../limits.js';
import { whenNeeded } from '../../domain/when-needed.js';
import { type Pattern, patternsOf } from './expression-syntax.js';

/** A regular expression in the syntax of RE2, and what its finder wants to know of it. */
export interface Expression<T> {
  readonly text: string;
  readonly value: T;
}

/** Where an expression matches; offsets into the text that was read. */
export interface ExpressionMatch<T> {
  readonly entry: Expression<T>;
  readonly start: number;
  readonly end: number;
}

/** Many regular expressions, compiled. Reading is linear in the text whatever they are. */
export interface Expressions<T> {
  /** Instructions of all of them: the steps that one character takes at most. */
  readonly size: number;
  /**
   * At least the first match of each expression that is `wanted`, and as many more as prove the
   * point and take no more than a bounded number of steps.
   */
  find(text: string, wanted: (value: T) => boolean): readonly ExpressionMatch<T>[];
}

interface Compiled<T> {
  readonly entry: Expression<T>;
  readonly regex: Re2js.RE2JS;
  readonly group: Pattern['group'];
}

/** Large, and needed only where a policy has expressions. */
const re2js = whenNeeded(() => createRequire(import.meta.url)('re2js') as typeof Re2js);

/** What RE2 puts before its complaints. */
const PREAMBLE = /^.*error parsing regexp: /u;

/** Why an expression cannot be used, for the publisher, and what it would cost. */
export function checkExpression(text: string): { fault: string | null; size: number } {
  const { RE2JS } = re2js();
  try {
    const whole = RE2JS.compile(text);
    const size = whole.programSize();
    if (size > EXPRESSION_SIZE_MAX) return { fault: tooLarge(size), size };
    const flags = RE2JS.CASE_INSENSITIVE;
    const parts = patternsOf(text).map((pattern) => RE2JS.compile(pattern.text, flags));
    const empty = [whole, ...parts].some((part) => part.test(''));
    return { fault: empty ? EMPTY : null, size: sum(parts.map((part) => part.programSize())) };
  } catch (fault) {
    const said = String(fault).replace(PREAMBLE, '');
    return { fault: `This is no regular expression in the syntax of RE2: ${said}.`, size: 0 };
  }
}

const EMPTY = 'This matches the empty text, so it would match every comment.';

const tooLarge = (size: number): string =>
  `This is too large once its repetitions are written out: ${size} steps, at most ` +
  `${EXPRESSION_SIZE_MAX}.`;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * Compiles expressions that `checkExpression` found no fault with; upper and lower case are the
 * same unless an expression says `(?-i)`. One reading of all of them at once tells which of them
 * match (R. Cox, "Regular Expression Matching in the Wild", 2010); only those are asked where.
 */
export function compileExpressions<T>(entries: readonly Expression<T>[]): Expressions<T> {
  const { RE2JS, RE2Set } = re2js();
  const flags = RE2JS.CASE_INSENSITIVE;
  const set = new RE2Set(RE2Set.UNANCHORED, flags, EXPRESSIONS_CACHE_BYTES_MAX);
  const compiled: Compiled<T>[] = [];
  for (const entry of entries) {
    for (const { text, group } of patternsOf(entry.text)) {
      set.add(text);
      compiled.push({ entry, regex: RE2JS.compile(text, flags), group });
    }
  }
  set.compile();
  return {
    size: sum(compiled.map(({ regex }) => regex.programSize())),
    find: (text, wanted) => {
      const matching = set.match(text);
      if (matching.length === 0) return [];
      const each = compiled.filter(
        ({ entry }, index) => matching.includes(index) && wanted(entry.value),
      );
      return each.flatMap((one) => placesOf(one, text, EXPRESSION_PLACES_STEPS_MAX / each.length));
    },
  };
}

/**
 * Each search may have to look at all that is left of the text before it knows where a match ends,
 * so their number is bounded by what that would cost.
 */
function placesOf<T>({ entry, regex, group }: Compiled<T>, text: string, steps: number) {
  const places: ExpressionMatch<T>[] = [];
  const matcher = regex.matcher(text);
  const size = regex.programSize();
  let left = steps;
  let from = 0;
  while (left > 0 && places.length < SPANS_PER_FINDING_MAX && matcher.find(from)) {
    left -= (text.length - from) * size;
    const start = matcher.start(group);
    const end = matcher.end(group);
    if (end > start) places.push({ entry, start, end });
    // What ended a match may begin the next: one space stands between two words.
    from = Math.max(end, from + 1);
    if (from > text.length) break;
  }
  return places;
}
