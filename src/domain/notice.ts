/** `withdrawn`: the author withdrew the comment before a person had decided. */
export const NOTICE_STATUSES = ['open', 'removed', 'kept', 'withdrawn'] as const;

export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

export const NOTICE_ACTIONS = ['remove', 'keep'] as const;

export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

/** Who says so; all null where the law lets them stay unnamed. Personal data. */
export interface Notifier {
  readonly notifier_name: string | null;
  readonly notifier_email: string | null;
  /** The CMS's id, where it knows them. */
  readonly notifier_external_id: string | null;
}

/** An allegation that a comment is illegal (Article 16 of the Digital Services Act). */
export interface Notice extends Notifier {
  readonly id: string;
  readonly comment_id: string;
  /** Which version of the comment it speaks of. */
  readonly comment_version: number;
  /** Where it was seen. */
  readonly url: string | null;
  /** Why it is illegal. Personal data, mostly. */
  readonly explanation: string;
  /** Which law. */
  readonly law: string | null;
  /** Set where a trusted flagger (Article 22) sent it: these come first. */
  readonly trusted_flagger_at: string | null;
  readonly created_at: string;
  readonly status: NoticeStatus;
  readonly decided_at: string | null;
  /** The name of the moderator’s key. */
  readonly decided_by: string | null;
  /** The decision on the comment that came of it; null where the comment was withdrawn. */
  readonly decision_id: string | null;
  /** What the notifier is told of it. */
  readonly answer: string | null;
}
