import type { Static } from '@sinclair/typebox';

import type { Block } from '../../domain/block.js';
import type { BlockTerms } from '../../operations/blocking/raise-block.js';
import type { BlockFileSchema } from '../schemas/block.js';

/** What is said of a block, with null for what is left out. */
export function blockTerms(
  said: Pick<BlockTerms, 'reason'> & Partial<BlockTerms>,
): BlockTerms {
  const { mode = 'reject', until = null, days = null, note = null } = said;
  const { reject_since = null, reject_hours = null, reason } = said;
  return { mode, reason, note, until, days, reject_since, reject_hours };
}

/** A block with what it keeps down. */
export function blockFileView({
  block,
  rejected_comments,
}: {
  readonly block: Block;
  readonly rejected_comments: number;
}): Static<typeof BlockFileSchema> {
  return { ...block, rejected_comments };
}
