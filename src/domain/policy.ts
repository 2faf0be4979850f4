import type { Action } from './action.js';

/** Ready-made policies that a publisher can start from. */
export const PRESETS = ['open', 'balanced', 'strict', 'wordpress'] as const;

export type Preset = (typeof PRESETS)[number];

/** What every rule's section of a policy holds, beside the rule's own thresholds. */
export interface CommonSettings {
  readonly enabled: boolean;
  /** What follows from a match. */
  readonly action: Action;
  /** What follows when the rule could not be checked. */
  readonly on_unknown: Action;
  /** Its findings are kept and have no consequence. */
  readonly observe: boolean;
  /** Approved comments after which an author is no longer held by it; 0 for never. */
  readonly exempt_after_approved: number;
}

/** A rule's section of a policy. */
export interface RuleSettings extends CommonSettings {
  readonly [threshold: string]: unknown;
}

/** What differs in the threads of one section of the publication. */
export interface ThreadSection {
  readonly rules: Readonly<Record<string, Readonly<Partial<RuleSettings>>>>;
}

/** A term as a policy has it: a plain text, or an object that says more of it. */
export type PolicyTerm = string | { readonly term: string };

/** The words of a term, however it is written. */
export function textOfTerm(term: PolicyTerm): string {
  return typeof term === 'string' ? term : term.term;
}

/** What a policy says of the desk beside the rules: what reports, strikes and so on lead to. */
export const DESK_NAMES = ['reports', 'strikes', 'appeals', 'statements', 'retention'] as const;

export type DeskName = (typeof DESK_NAMES)[number];

/** Left out in documents from before there was a desk, which then have the defaults. */
type DeskMembers = { readonly [N in DeskName]?: Readonly<Record<string, unknown>> };

/** A complete policy document: every rule has its section. */
export interface PolicyDocument extends DeskMembers {
  /** What the publisher started from; a rule younger than the document runs as it says there. */
  readonly preset: Preset;
  /** The discussion policy that readers see beside the comment form. */
  readonly text: string;
  /** Expressions that the word rules and the publisher's own list never object to. */
  readonly allowed_terms: readonly PolicyTerm[];
  readonly rules: Readonly<Record<string, RuleSettings>>;
  /** By the name of a thread's section, as the CMS calls it; case does not count. */
  readonly sections: Readonly<Record<string, ThreadSection>>;
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
