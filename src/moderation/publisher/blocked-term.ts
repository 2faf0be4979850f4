import type { Action } from '../../domain/action.js';
import type { ReasonCode } from '../../domain/reasons.js';
import type { Standard } from '../../domain/standard.js';
import type { BlockedTermInput, TermField, TermKind } from './term-schema.js';

/** A blocked term of the publisher's with everything that was left out. */
export interface BlockedTerm {
  readonly term: string;
  readonly kind: TermKind;
  readonly reason: ReasonCode;
  /** Null for what the rule says. */
  readonly action: Action | null;
  /** Null for all. */
  readonly languages: ReadonlySet<string> | null;
  readonly fields: ReadonlySet<TermField>;
  /** The same for terms that are looked for in the same fields and languages. */
  readonly scope: string;
}

/** The reason that a finding of a term gives, by the standard that the term breaks. */
export const TERM_REASONS: Readonly<Record<Standard, ReasonCode>> = {
  off_limits: 'off_limits.term',
  profanity: 'profanity.own_term',
  personal_attack: 'attack.own_term',
  hate: 'hate.own_term',
  threat: 'threat.own_term',
  sexual: 'sexual.own_term',
  spam: 'spam.own_term',
  personal_information: 'personal_information.own_term',
  conduct: 'conduct.own_term',
  blocked: 'blocked.own_term',
};

const FIELDS: readonly TermField[] = ['body', 'author.name'];

export function blockedTermOf(input: BlockedTermInput): BlockedTerm {
  const given = typeof input === 'string' ? { term: input } : input;
  const { term, kind = 'text', standard = 'off_limits', action = null } = given;
  const { languages = null, fields = FIELDS } = given;
  return {
    term,
    kind,
    reason: TERM_REASONS[standard],
    action,
    languages: languages && new Set(languages),
    fields: new Set(fields),
    scope: `${fields.toSorted().join()} ${languages?.toSorted().join() ?? ''}`,
  };
}
