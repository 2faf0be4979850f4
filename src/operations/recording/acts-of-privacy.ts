import type { Act } from '../../domain/audit.js';
import type { Erasure } from '../../domain/erasure.js';

/** How acts on personal data look on record. Nothing here may hold a name, an address or a text. */

type By = Act['actor'];

function about(authorId: string): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return { object: { kind: 'author', id: authorId }, comment_id: null, author_id: authorId };
}

/** Somebody was given all that is held about an author. */
export function exported(authorId: string, keyId: string): Act {
  return {
    kind: 'author.exported',
    actor: { kind: 'moderator', id: keyId },
    ...about(authorId),
    before: null,
    after: null,
  };
}

/** An erasure was asked for, and has begun. */
export function erasing({ author_id, requested_by, ...said }: Erasure): Act {
  return {
    kind: 'author.erasing',
    actor: { kind: 'moderator', id: requested_by },
    ...about(author_id),
    before: null,
    after: { keep_texts: said.keep_texts, keep_blocks: said.keep_blocks },
  };
}

/** Nothing is left to erase. */
export function erased({ author_id, requested_by, ...said }: Erasure): Act {
  return {
    kind: 'author.erased',
    actor: { kind: 'moderator', id: requested_by },
    ...about(author_id),
    before: null,
    after: {
      keep_texts: said.keep_texts,
      keep_blocks: said.keep_blocks,
      comments: said.comments,
    },
  };
}

/** One step of what the policy has the service erase by itself. */
export function retentionApplied(
  siteId: string,
  policyVersion: number,
  counts: Readonly<Record<string, number>>,
): Act {
  const actor: By = { kind: 'system', id: null };
  return {
    kind: 'retention.applied',
    actor,
    object: { kind: 'site', id: siteId },
    comment_id: null,
    author_id: null,
    before: null,
    after: { policy_version: policyVersion, ...counts },
  };
}
