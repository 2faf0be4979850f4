import type { DecisionAction } from './decision.js';
import type { Standard } from './standard.js';

/** What `gatepost import` reads. `gatepost` is what `gatepost export` writes. */
export const IMPORT_FORMATS = ['wxr', 'disqus', 'ndjson', 'gatepost'] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Why something in a file did not become a comment. */
export const SKIP_REASONS = {
  not_a_comment: 'a pingback, a trackback or a note of the system',
  no_id: 'it has no id, or one that is too long',
  no_thread: 'what it comments on is not in the file, or has an id that is too long',
  bad_date: 'its date is missing, before 1990, in the future or no date',
  bad_status: 'its status is none that is known',
  empty_body: 'its text has no visible character',
  body_too_long: 'its text is longer than a comment may be',
  not_readable: 'this part of the file cannot be read',
  repeated_id: 'an earlier comment of the file has its id',
} as const;

export type SkipReason = keyof typeof SKIP_REASONS;

/** What was put right, so that the comment could be kept. */
export const CHANGES = {
  anonymous: 'it had no name: the author is "Anonymous"',
  name_cut: 'the name was too long and was cut',
  text_repaired: 'characters that cannot be stored were taken out of the text',
  email_dropped: 'the e-mail address was too long and was left out',
  url_dropped: "the author's address on the web was too long and was left out",
  ip_dropped: 'the IP address cannot be read and was left out',
  author_id_dropped: "the author's id was too long; they are told by e-mail address or name",
  parent_missing: 'the comment that it answers is not there: it stands by itself',
  parent_elsewhere: 'the comment that it answers is in another thread: it stands by itself',
  parent_circular: 'it answers a comment that answers it: it stands by itself',
} as const;

export type Change = keyof typeof CHANGES;

/** A comment as another system had it. */
export interface ImportedComment {
  /** By which it is known again, within the site. */
  readonly external_id: string;
  readonly thread: {
    readonly external_id: string;
    readonly url: string | null;
    readonly title: string | null;
    readonly section: string | null;
    readonly closed: boolean;
    /** A date in any form that can be read; null where it is unknown. */
    readonly created_at: string | null;
  };
  readonly author: {
    readonly external_id: string | null;
    readonly name: string;
    readonly email: string | null;
    readonly url: string | null;
    readonly ip: string | null;
    readonly user_agent: string | null;
  };
  readonly body: string;
  readonly parent_external_id: string | null;
  readonly created_at: string;
  readonly locale: string | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  /** What had been decided about it, and by what standard where that was said. */
  readonly action: DecisionAction;
  readonly standard: Standard | null;
  readonly reason: string | null;
}

/** Where in a file something stands. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** As the other system calls it; null where it has no id. */
  readonly external_id: string | null;
}

/** One thing that was found in a file. */
export type ImportEntry =
  | { readonly position: Position; readonly comment: ImportedComment }
  | { readonly position: Position; readonly skipped: SkipReason };

/** A line of the report on an import. Never holds what anybody wrote. */
export type ImportRemark =
  | (Position & { readonly skipped: SkipReason })
  | (Position & { readonly changed: Change });
