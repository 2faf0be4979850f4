/** A word to an author before it comes to a block. The author reads it, and not who wrote it. */
export interface Warning {
  readonly id: string;
  readonly author_id: string;
  /** The comment that it is about; null where it is about none alone. */
  readonly comment_id: string | null;
  readonly message: string;
  readonly created_at: string;
  /** The name of the moderator's key. */
  readonly created_by: string;
  readonly key_id: string;
  /** When the author was shown it, by the CMS's account; null before. */
  readonly acknowledged_at: string | null;
}
