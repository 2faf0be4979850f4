import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument } from '../../domain/policy.js';
import { normalize } from '../../text/normalize.js';
import { SCORED_ATTRIBUTES, type ScoredAttribute } from '../rules/classifier-scores.js';

/** Every place where a policy has the right shape and yet makes no sense. */
export function meaningErrors(document: PolicyDocument): readonly FieldError[] {
  return [
    ...textErrors(document),
    ...lengthErrors(document),
    ...termErrors('/allowed_terms', document.allowed_terms),
    ...termErrors('/rules/blocked_terms/terms', document.rules['blocked_terms']?.['terms']),
    ...bothErrors(document),
    ...scoreErrors(document),
  ];
}

function textErrors({ text }: PolicyDocument): readonly FieldError[] {
  if (text.trim() !== '') return [];
  return [{ pointer: '/text', detail: 'The discussion policy must say something.' }];
}

function lengthErrors({ rules }: PolicyDocument): readonly FieldError[] {
  const section = rules['body_length'];
  const min = section?.['min_characters'];
  const max = section?.['max_characters'];
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  const detail = `This is more than max_characters (${max}), so no comment could pass.`;
  return [{ pointer: '/rules/body_length/min_characters', detail }];
}

/** The section of the classifier's scores, once its shape was checked. */
type Scored = Readonly<
  Record<ScoredAttribute, Readonly<Record<'hold_at' | 'reject_at', number | null>>>
>;

function scoreErrors({ rules }: PolicyDocument): readonly FieldError[] {
  const section = rules['classifier_scores'] as unknown as Scored;
  return SCORED_ATTRIBUTES.flatMap((attribute) => {
    const { hold_at, reject_at } = section[attribute];
    if (hold_at === null || reject_at === null || hold_at <= reject_at) return [];
    const detail = `This is more than reject_at (${reject_at}), so nothing would be held.`;
    return [{ pointer: `/rules/classifier_scores/${attribute}/hold_at`, detail }];
  });
}

function termErrors(pointer: string, terms: unknown): readonly FieldError[] {
  if (!Array.isArray(terms)) return [];
  const errors: FieldError[] = [];
  const seen = new Map<string, number>();
  terms.forEach((term: string, index) => {
    const key = termKey(term);
    const first = seen.get(key);
    const detail =
      unusable(key) ??
      (first === undefined ? null : `This reads the same as the entry at index ${first}.`);
    if (detail !== null) errors.push({ pointer: `${pointer}/${index}`, detail });
    if (first === undefined) seen.set(key, index);
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
  return null;
}

function bothErrors({ allowed_terms, rules }: PolicyDocument): readonly FieldError[] {
  const terms: unknown = rules['blocked_terms']?.['terms'];
  if (!Array.isArray(terms)) return [];
  const allowed = new Set(allowed_terms.map(termKey));
  return terms.flatMap((term: string, index) => {
    if (!allowed.has(termKey(term))) return [];
    const detail = 'This is among the allowed terms as well, so it would never match.';
    return [{ pointer: `/rules/blocked_terms/terms/${index}`, detail }];
  });
}
