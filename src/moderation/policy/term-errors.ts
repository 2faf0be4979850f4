import type { FieldError } from '../../domain/errors.js';
import { type PolicyDocument, textOfTerm } from '../../domain/policy.js';
import { EXPRESSIONS_MAX, EXPRESSIONS_SIZE_MAX, WILDCARDS_ALIKE_MAX } from '../../limits.js';
import { normalize } from '../../text/normalize.js';
import { checkExpression } from '../../text/terms/expressions.js';
import { longestPart } from '../../text/terms/wildcards.js';
import { type BlockedTerm, blockedTermOf } from '../publisher/blocked-term.js';
import type { BlockedTermInput } from '../publisher/term-schema.js';

const BLOCKED = '/rules/blocked_terms/terms';

/** Terms that could never match, would match nearly everything, or stand there twice. */
export function termErrors({ allowed_terms, rules }: PolicyDocument): readonly FieldError[] {
  const allowed = allowed_terms.map((term) => blockedTermOf(textOfTerm(term)));
  // `shapeErrors` has checked it.
  const given = rules['blocked_terms']?.['terms'] as readonly BlockedTermInput[];
  const blocked = given.map(blockedTermOf);
  return [
    ...textErrors('/allowed_terms', allowed),
    ...textErrors(BLOCKED, blocked),
    ...wildcardErrors(blocked),
    ...expressionErrors(blocked),
    ...bothErrors(allowed, blocked),
  ];
}

function textErrors(pointer: string, terms: readonly BlockedTerm[]): readonly FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Map<string, number>();
  terms.forEach(({ term, kind, scope }, index) => {
    const key = kind === 'text' ? termKey(term) : term;
    const first = seen.get(`${kind} ${scope} ${key}`);
    const detail =
      (kind === 'text' ? unusable(key) : null) ??
      (first === undefined ? null : `This reads the same as the entry at index ${first}.`);
    if (detail !== null) errors.push({ pointer: `${pointer}/${index}`, detail });
    if (first === undefined) seen.set(`${kind} ${scope} ${key}`, index);
  });
  return errors;
}

/** What a term comes to when it is matched; what is equal here matches the same texts. */
function termKey(term: string): string {
  return normalize(term).text.replace(/\s+/gu, ' ').trim();
}

function unusable(key: string): string | null {
  const letters = [...key].filter((character) => /[\p{L}\p{N}]/u.test(character));
  if (letters.length === 0) return 'This holds no letter or digit, so it could never match.';
  // One ideograph can be a word; one letter or digit stands in every text.
  if (letters.length === 1 && !/\p{Lo}/u.test(key)) {
    return 'One letter or digit would match nearly every comment. Write a whole word.';
  }
  if (key.includes('*') && /[^\p{L}\p{M}\p{N}*]/u.test(key)) {
    return (
      'An asterisk stands for letters of a single word, and this is more than one. Write each ' +
      'form of it, or a term of the kind "regex".'
    );
  }
  return null;
}

function wildcardErrors(terms: readonly BlockedTerm[]): readonly FieldError[] {
  const counts = new Map<string, number>();
  for (const [index, { term, kind }] of terms.entries()) {
    if (kind !== 'text' || !term.includes('*')) continue;
    const part = longestPart(termKey(term));
    const count = (counts.get(part) ?? 0) + 1;
    counts.set(part, count);
    if (count <= WILDCARDS_ALIKE_MAX) continue;
    const detail = `More than ${WILDCARDS_ALIKE_MAX} terms have "${part}" for their longest part.`;
    return [{ pointer: `${BLOCKED}/${index}`, detail }];
  }
  return [];
}

/** Checks no more expressions than can be compiled at once, so that checking is bounded too. */
function expressionErrors(terms: readonly BlockedTerm[]): readonly FieldError[] {
  const errors: FieldError[] = [];
  let count = 0;
  let total = 0;
  for (const [index, { term, kind }] of terms.entries()) {
    if (kind === 'text') continue;
    const pointer = `${BLOCKED}/${index}`;
    count += 1;
    if (count > EXPRESSIONS_MAX) {
      const detail = `A policy has at most ${EXPRESSIONS_MAX} regular expressions.`;
      return [...errors, { pointer, detail }];
    }
    const { fault, size } = checkExpression(term);
    if (fault !== null) errors.push({ pointer: `${pointer}/term`, detail: fault });
    total += size;
    if (total > EXPRESSIONS_SIZE_MAX && fault === null) {
      const detail =
        `With this the regular expressions come to ${total} steps, at most ` +
        `${EXPRESSIONS_SIZE_MAX}. Write fewer, or shorter repetitions.`;
      return [...errors, { pointer, detail }];
    }
    if (total > EXPRESSIONS_SIZE_MAX) return errors;
  }
  return errors;
}

function bothErrors(
  allowed: readonly BlockedTerm[],
  blocked: readonly BlockedTerm[],
): readonly FieldError[] {
  const keys = new Set(allowed.map(({ term }) => termKey(term)));
  return blocked.flatMap(({ term, kind }, index) => {
    if (kind !== 'text' || !keys.has(termKey(term))) return [];
    const detail = 'This is among the allowed terms as well, so it would never match.';
    return [{ pointer: `${BLOCKED}/${index}`, detail }];
  });
}
