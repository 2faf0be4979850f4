import type { Action } from './action.js';
import type { ReasonCode } from './reasons.js';
import type { Standard } from './standard.js';

/** A stretch of text in UTF-16 code units, `end` exclusive: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a submission that a finding speaks of, and that its spans point into. */
export const FIELDS = [
  'body',
  'author.name',
  'author.email',
  'author.ip',
  'author.url',
  'author.user_agent',
] as const;

export type Field = (typeof FIELDS)[number];

/** One rule's match, or the statement that the rule could not be checked. */
export interface Finding {
  readonly rule: string;
  readonly standard: Standard;
  readonly reason: ReasonCode;
  readonly outcome: 'match' | 'unknown';
  /** What the policy says follows from this finding alone. */
  readonly action: Action;
  /** What would follow if the rule were not only watched; null for a rule that is in force. */
  readonly observed_action: Action | null;
  /** A sentence for the reader whose comment it is. Never holds another person's data. */
  readonly message: string;
  readonly field: Field | null;
  /** Into `field` as it was submitted; empty when the finding is not about certain words. */
  readonly spans: readonly Span[];
  /** The list entries that matched, as the list has them ("fuck" for "fսck"); may be empty. */
  readonly terms: readonly string[];
}

/** The engine's answer for one comment. */
export interface Verdict {
  readonly action: Action;
  /** The author should not learn of the rejection: a block in mode `shadow` decided it. */
  readonly shadow: boolean;
  readonly policy_version: number;
  readonly policy_digest: string;
  /** Every finding of every enabled rule, in the order of the rules' table of contents. */
  readonly findings: readonly Finding[];
}
