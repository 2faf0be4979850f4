/** The name under which the comments of an erased author stay. */
export const ERASED_NAME = 'Deleted author';

/** By what a person was known before; gone when the erasure is finished. */
export interface KnownAs {
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
}

/** The erasure of what is held about an author: begun, carried on in steps, and finished. */
export interface Erasure {
  readonly author_id: string;
  /** The texts of comments stay, under no name. */
  readonly keep_texts: boolean;
  /** Blocks on what the person was known by stay as they are. */
  readonly keep_blocks: boolean;
  readonly reason: string | null;
  readonly requested_at: string;
  /** The key that asked for it. */
  readonly requested_by: string;
  readonly known_as: KnownAs;
  /** The last comment that was dealt with; empty before the first. */
  readonly done_through: string;
  /** How many comments were dealt with so far. */
  readonly comments: number;
  /** Null while there is something left to erase. */
  readonly finished_at: string | null;
}
