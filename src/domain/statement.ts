import type { ReasonCode } from './reasons.js';
import type { Standard } from './standard.js';

/**
 * What a decision takes from an author: a comment is `rejected`, or `held` until a person has
 * looked, or `hidden` without its author being told; an author may not post (`account_blocked`), or
 * only what a person has read first (`account_held`).
 */
export const EFFECTS = [
  'rejected',
  'held',
  'hidden',
  'account_blocked',
  'account_held',
] as const;

export type Effect = (typeof EFFECTS)[number];

/** What led to a decision: a notice of Article 16, readers' reports, or nobody from outside. */
export const STATEMENT_SOURCES = ['own_initiative', 'reports', 'notice', 'trusted_flagger'] as const;

export type StatementSource = (typeof STATEMENT_SOURCES)[number];

/** How far a decision was taken without a person. */
export const AUTOMATIONS = ['fully', 'partially', 'not'] as const;

export type Automation = (typeof AUTOMATIONS)[number];

/** One thing that the decision rests on, with the author's own words that it is about. */
export interface StatedReason {
  readonly code: ReasonCode;
  readonly standard: Standard;
  /** In the language of the statement. */
  readonly message: string;
  readonly words: readonly string[];
}

/** A statement of reasons (Article 17 of the Digital Services Act), for the author concerned. */
export interface Statement {
  readonly decision_id: string | null;
  readonly block_id: string | null;
  readonly comment_id: string | null;
  /** The language of its texts. */
  readonly locale: string;
  readonly effect: Effect;
  readonly decided_at: string;
  /** When it ends by itself; null where it does not. */
  readonly ends_at: string | null;
  /** Since when it no longer stands; null while it does. */
  readonly ended_at: string | null;
  /** The plain sentence for the author: the publisher's own, or ours. */
  readonly message: string;
  readonly facts: {
    readonly thread: {
      readonly id: string;
      readonly external_id: string;
      readonly title: string | null;
      readonly url: string | null;
    } | null;
    /** When the comment was written. */
    readonly posted_at: string | null;
    readonly reasons: readonly StatedReason[];
    /** What the moderator tells the author. */
    readonly told: string | null;
  };
  readonly ground: {
    readonly kind: 'law' | 'terms';
    readonly legal_ground: string | null;
    /** Null where nobody named one, or where the comment only waits for a person. */
    readonly standard: Standard | null;
    readonly policy_version: number;
    readonly policy_text: string;
    readonly terms_url: string | null;
  };
  readonly source: StatementSource;
  readonly automated_detection: boolean;
  readonly automated_decision: Automation;
  readonly redress: {
    /** Until when its author may appeal; null where there is no appeal, or was one. */
    readonly appeal_until: string | null;
    readonly contact: string | null;
    /** In the publisher's own words. */
    readonly own: string | null;
    readonly out_of_court: string | null;
  };
  /** All of it as one text. */
  readonly text: string;
}
