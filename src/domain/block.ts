export const BLOCK_KINDS = ['author', 'name', 'email', 'email_domain', 'ip'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const BLOCK_MODES = ['reject', 'hold', 'shadow'] as const;
export type BlockMode = (typeof BLOCK_MODES)[number];

/** Who raises a block: a moderator, or the policy by its threshold of strikes. */
export const BLOCK_RAISERS = ['moderator', 'policy'] as const;
export type BlockRaiser = (typeof BLOCK_RAISERS)[number];

/** A person may not post. In force from `created_at` until `until`, for good when that is null. */
export interface Block {
  readonly id: string;
  readonly kind: BlockKind;
  /** As the publisher wrote it, in canonical form: an author's id, a name, an address, a CIDR. */
  readonly value: string;
  readonly mode: BlockMode;
  readonly reason: string;
  readonly until: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly lifted_at: string | null;
  readonly lifted_by: string | null;
  readonly raised_by: BlockRaiser;
  /** For moderators only. */
  readonly note: string | null;
  /** Why it was lifted, where that was said. */
  readonly lift_reason: string | null;
  /** The block on the same value that took its place, and took over what it had rejected. */
  readonly replaced_by: string | null;
}

/** Whether a block holds at a time. */
export function isInForce(
  { lifted_at, until }: Pick<Block, 'lifted_at' | 'until'>,
  now: string,
): boolean {
  return lifted_at === null && (until === null || until > now);
}
