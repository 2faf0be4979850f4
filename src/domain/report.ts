import { STANDARDS, type Standard } from './standard.js';

type Reportable = Exclude<Standard, 'blocked'>;

/** What a reader can say is wrong: a standard (but for blocks, which readers know nothing of). */
export const REPORT_REASONS = [
  ...STANDARDS.filter((standard): standard is Reportable => standard !== 'blocked'),
  'illegal',
  'other',
] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/**
 * How a person's decision compares with what the reader said of the comment. `lapsed` where nobody
 * will say: its author withdrew the comment, or changed the text before a person looked.
 */
export const REPORT_OUTCOMES = ['agreed', 'disagreed', 'lapsed'] as const;

export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** A reader's complaint about a comment, and what a person made of it. */
export interface Report {
  readonly id: string;
  readonly comment_id: string;
  /** Which version of the comment the reader saw. */
  readonly comment_version: number;
  readonly comment_received_at: string;
  /** Of the comment. */
  readonly author_id: string;
  /** The CMS's id of the reader who complains. */
  readonly reporter_external_id: string;
  readonly reason: ReportReason;
  readonly text: string | null;
  readonly created_at: string;
  readonly settled_at: string | null;
  /** The decision that answered it. */
  readonly settled_by: string | null;
  /** Null while it is open. */
  readonly outcome: ReportOutcome | null;
}

export const REPORT_STATUSES = ['open', 'settled'] as const;

export type ReportStatus = (typeof REPORT_STATUSES)[number];
