import type { Status } from './status.js';

/**
 * By what a site knows an author: the CMS's id, else the e-mail address, else the name. One whose
 * data was erased is known by nothing: no submission leads to that author again.
 */
export const IDENTITY_KINDS = ['external_id', 'email', 'name', 'erased'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export interface Author {
  readonly id: string;
  readonly identity_kind: IdentityKind;
  /** The identity in the form in which it is compared; unique within site and kind. */
  readonly identity_key: string;
  readonly external_id: string | null;
  /** As last submitted. */
  readonly name: string;
  /** The name as it is compared: look-alikes, case, spacing and punctuation do not count. */
  readonly folded_name: string;
  readonly email: string | null;
  readonly url: string | null;
  /** The latest version of the discussion policy that the author accepted. */
  readonly accepted_policy_version: number | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** Since when nothing here tells who it is. */
  readonly erased_at: string | null;
}

export type StatusCounts = Readonly<Record<Status, number>>;

/** How an author stands with the publisher, derived from blocks in force and the record. */
export const STANDINGS = ['new', 'good', 'mixed', 'blocked'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * `blocked` while a block on the author is in force; `new` before the first approved comment;
 * `mixed` when more comments were rejected than approved; else `good`.
 */
export function standingOf(counts: StatusCounts, blocked: boolean): Standing {
  if (blocked) return 'blocked';
  if (counts.approved === 0) return counts.rejected === 0 ? 'new' : 'mixed';
  return counts.rejected > counts.approved ? 'mixed' : 'good';
}
