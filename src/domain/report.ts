import { STANDARDS, type Standard } from './standard.js';

type Reportable = Exclude<Standard, 'blocked'>;

/** What a reader can say is wrong: a standard (but for blocks, which readers know nothing of). */
export const REPORT_REASONS = [
  ...STANDARDS.filter((standard): standard is Reportable => standard !== 'blocked'),
  'illegal',
  'other',
] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/** A reader's complaint about a comment. Never changed. */
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
}
