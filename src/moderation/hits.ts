import type { Field } from '../domain/finding.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { ReadText } from './read-text.js';
import type { Facts } from './facts.js';
import type { Outcome } from './rule.js';

/** A word or expression found in a text; offsets into the text as it was submitted. */
export interface Hit {
  /** As the list has it, whatever the text made of it. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** The match that hits in one field make; none make none. */
export function matchOf(
  reason: ReasonCode,
  field: Field,
  hits: readonly Hit[],
): readonly Outcome[] {
  if (hits.length === 0) return [];
  const spans = hits.map(({ start, end }) => ({ start, end }));
  return [{ kind: 'match', reason, field, spans, terms: hits.map(({ term }) => term) }];
}

/** What `find` finds in the body and in the author's name: an outcome for each that has hits. */
export function searchTexts(
  facts: Facts,
  reason: ReasonCode,
  find: (shadow: ReadText) => readonly Hit[],
): readonly Outcome[] {
  const inBody = find(facts.shadow);
  const inName = find(facts.author_name_shadow);
  if (inBody.length === 0 && inName.length === 0) return [];
  return [...matchOf(reason, 'body', inBody), ...matchOf(reason, 'author.name', inName)];
}
