/** A moderator works on a comment until a time. One that has lapsed says nothing. */
export interface Claim {
  readonly comment_id: string;
  readonly key_id: string;
  readonly claimed_at: string;
  readonly expires_at: string;
}
