import type { Action } from './action.js';

/** What every rule's section of a policy holds, beside the rule's own thresholds. */
export interface RuleSettings {
  readonly enabled: boolean;
  /** What follows from a match. */
  readonly action: Action;
  /** What follows when the rule could not be checked. */
  readonly on_unknown: Action;
  /** Its findings are kept and have no consequence. */
  readonly observe: boolean;
  /** Approved comments after which an author is no longer held by it; 0 for never. */
  readonly exempt_after_approved: number;
  readonly [threshold: string]: unknown;
}

/** A term as a policy has it: a plain text, or an object that says more of it. */
export type PolicyTerm = string | { readonly term: string };

/** The words of a term, however it is written. */
export function textOfTerm(term: PolicyTerm): string {
  return typeof term === 'string' ? term : term.term;
}

/** A complete policy document: every rule has its section. */
export interface PolicyDocument {
  /** The discussion policy that readers see beside the comment form. */
  readonly text: string;
  /** Expressions that the word rules and the publisher's own list never object to. */
  readonly allowed_terms: readonly PolicyTerm[];
  readonly rules: Readonly<Record<string, RuleSettings>>;
}

/** One version of a site's policy. Versions are immutable and number from 1. */
export interface Policy {
  readonly version: number;
  /** `sha256:` and 64 hexadecimal digits over the document's canonical JSON. */
  readonly digest: string;
  readonly document: PolicyDocument;
  readonly created_at: string;
  readonly created_by: string;
}
