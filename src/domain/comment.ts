import type { Status } from './status.js';

/** By what a text is found again when it comes back as it was or with small changes. */
export interface TextMarks {
  /** Equal for texts that are the same but for case, spacing, punctuation and look-alikes. */
  readonly fingerprint: string;
  /** For comparing texts; null for one that is too short, as the keys are then. */
  readonly sketch: string | null;
  /** Texts that are nearly the same have one of these in common, mostly. */
  readonly near_key_1: string | null;
  readonly near_key_2: string | null;
}

/** A reader's comment with the identity it came with. */
export interface Comment extends TextMarks {
  readonly id: string;
  readonly external_id: string | null;
  readonly thread_id: string;
  readonly author_id: string;
  readonly parent_id: string | null;
  /** 0 for a comment on the article, its parent's plus one for a reply, bounded. */
  readonly depth: number;
  readonly body: string;
  readonly status: Status;
  /** Since when it stands rejected without its author being told; null otherwise. */
  readonly shadowed_at: string | null;
  /** Counts every change of text or status, from 1; what a moderator says to have seen. */
  readonly version: number;
  readonly locale: string | null;
  /** The author as submitted with this comment, which later submissions do not rewrite. */
  readonly author_name: string;
  readonly author_email: string | null;
  readonly author_url: string | null;
  readonly author_ip: string | null;
  readonly user_agent: string | null;
  readonly accepted_policy_version: number | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  /** When the reader wrote it, by the CMS's account; else when it was received. */
  readonly created_at: string;
  readonly received_at: string;
  readonly edited_at: string | null;
  readonly deleted_at: string | null;
  /** Secret: keys the digests of its texts in the record; null once erased, and for old ones. */
  readonly seal: string | null;
  /** Since when its text is gone. */
  readonly redacted_at: string | null;
  /** How bad what the engine found in its present text is, in points of the queue. */
  readonly severity: number;
  /** Its place in the line of what waits for a person; null where it does not wait. */
  readonly queue_place: number | null;
}

/** An earlier text of an edited comment. */
export interface Revision {
  readonly id: string;
  readonly comment_id: string;
  /** The comment's version while this was its text. */
  readonly version: number;
  readonly body: string;
  readonly replaced_at: string;
}
