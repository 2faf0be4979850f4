import type { Field } from '../../domain/finding.js';
import { EXPRESSION_STEPS_MAX } from '../../limits.js';
import { compileExpressions, type Expressions } from '../../text/terms/expressions.js';
import { compileAllowed, compileTerms } from '../../text/terms/matcher.js';
import { sourceSpan } from '../../text/shadow-text.js';
import type { TermMatcher } from '../../text/terms/term.js';
import type { Facts } from '../facts.js';
import type { Hit } from '../hits.js';
import { languageOf } from '../ordinary.js';
import { type ReadText, readText } from '../read-text.js';
import { CLEAR, type Check, type Outcome } from '../rule.js';
import type { BlockedTerm } from './blocked-term.js';
import type { TermField } from './term-schema.js';

interface TermHit extends Hit {
  readonly blocked: BlockedTerm;
}

interface Finder {
  readonly texts: TermMatcher<BlockedTerm> | null;
  readonly expressions: Expressions<BlockedTerm> | null;
  readonly allowedIn: (text: ReadText) => readonly { start: number; end: number }[];
}

/** What terms are looked for in. */
export type TermFacts = Pick<
  Facts,
  'shadow' | 'author_name_shadow' | 'author_email' | 'author_url' | 'locale'
>;

/** What a policy's terms find, one outcome for each reason, action and field. */
export function compileBlockedTerms(
  terms: readonly BlockedTerm[],
  allowed: readonly string[],
): (facts: TermFacts) => ReturnType<Check> {
  const finder = compile(terms, allowed);
  const fields = [...new Set(terms.flatMap((term) => [...term.fields]))];
  return (facts) => {
    const outcomes: Outcome[] = [];
    if (tooLong(finder, facts, fields)) outcomes.push(UNKNOWN);
    const known = outcomes.length === 0 ? finder : { ...finder, expressions: null };
    for (const field of fields) {
      const text = textOf(facts, field);
      const hits = text === null ? [] : hitsIn(known, text, field);
      if (hits.length > 0) outcomes.push(...outcomesOf(hits, field, languageOf(facts.shadow)));
    }
    return outcomes.length === 0 ? CLEAR : outcomes;
  };
}

const UNKNOWN: Outcome = { kind: 'unknown', reason: 'off_limits.term' };

function compile(terms: readonly BlockedTerm[], allowed: readonly string[]): Finder {
  const entries = terms.map((value) => ({ text: value.term, value, scope: value.scope }));
  const texts = entries.filter(({ value }) => value.kind === 'text');
  const expressions = entries.filter(({ value }) => value.kind === 'regex');
  return {
    texts: texts.length === 0 ? null : compileTerms(texts, allowed),
    expressions: expressions.length === 0 ? null : compileExpressions(expressions),
    allowedIn: compileAllowed(allowed),
  };
}

/** Whether the expressions would take longer than one comment may. */
function tooLong({ expressions }: Finder, facts: TermFacts, fields: readonly TermField[]): boolean {
  if (expressions === null) return false;
  let length = 0;
  for (const field of fields) {
    const text = textOf(facts, field);
    if (text !== null) length += text.source.length * (isReadTwice(text, field) ? 2 : 1);
  }
  return length * expressions.size > EXPRESSION_STEPS_MAX;
}

function textOf(facts: TermFacts, field: TermField): ReadText | null {
  if (field === 'body') return facts.shadow;
  if (field === 'author.name') return facts.author_name_shadow;
  const address = field === 'author.email' ? facts.author_email : facts.author_url;
  return address === null ? null : readText(address, facts.locale);
}

function hitsIn(finder: Finder, text: ReadText, field: TermField): readonly TermHit[] {
  const hits = (finder.texts?.find(text) ?? [])
    .filter(({ entry }) => entry.value.fields.has(field))
    .map(({ entry, start, end }) => hitOf(entry.value, start, end));
  const matched = finder.expressions === null ? [] : matchesIn(finder.expressions, text, field);
  if (matched.length === 0) return hits;
  const allowed = finder.allowedIn(text);
  const found = matched.filter(
    (hit) => !allowed.some(({ start, end }) => start <= hit.start && end >= hit.end),
  );
  return [...hits, ...found];
}

/** In the text as it was sent, and in body and name also as it reads where that differs. */
function matchesIn(
  expressions: Expressions<BlockedTerm>,
  text: ReadText,
  field: TermField,
): readonly TermHit[] {
  const wanted = (term: BlockedTerm): boolean => term.fields.has(field);
  const hits = expressions
    .find(text.source, wanted)
    .map(({ entry, start, end }) => hitOf(entry.value, start, end));
  if (!isReadTwice(text, field)) return hits;
  const folded = expressions.find(text.text, wanted).map(({ entry, start, end }) => {
    const span = sourceSpan(text, start, end);
    return hitOf(entry.value, span.start, span.end);
  });
  return [...hits, ...folded];
}

function isReadTwice(text: ReadText, field: TermField): boolean {
  const isAddress = field === 'author.email' || field === 'author.url';
  return !isAddress && text.text !== text.source.toLowerCase();
}

function hitOf(blocked: BlockedTerm, start: number, end: number): TermHit {
  return { term: blocked.term, start, end, blocked };
}

/**
 * A term that is bound to languages counts in those. Where the language cannot be told, whether it
 * counts cannot either, and the policy says what follows from that.
 */
function outcomesOf(
  hits: readonly TermHit[],
  field: Field,
  language: string | null,
): readonly Outcome[] {
  const groups = new Map<string, TermHit[]>();
  let untold = false;
  for (const hit of hits) {
    const { languages, reason, action } = hit.blocked;
    if (languages !== null && language === null) untold = true;
    if (languages !== null && !languages.has(language ?? '')) continue;
    const key = `${reason} ${action ?? ''}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(hit);
  }
  const matches = [...groups.values()].map((group) => matchOfGroup(group, field));
  return untold ? [...matches, UNKNOWN] : matches;
}

function matchOfGroup(group: readonly TermHit[], field: Field): Outcome {
  const { reason, action } = (group[0] as TermHit).blocked;
  return {
    kind: 'match',
    reason,
    field,
    spans: group.map(({ start, end }) => ({ start, end })),
    terms: group.map(({ term }) => term),
    ...(action === null ? {} : { action }),
  };
}
