import type { Act, ChainHead } from '../../domain/audit.js';
import type { Comment } from '../../domain/comment.js';
import type { Decision } from '../../domain/decision.js';

const BY_IMPORT: Act['actor'] = { kind: 'import', id: null };

/** A comment came here with what had been decided elsewhere. Nobody is told of it. */
export function imported(comment: Comment, decision: Decision, importId: string): Act {
  return {
    kind: 'comment.imported',
    actor: BY_IMPORT,
    object: { kind: 'comment', id: comment.id },
    comment_id: comment.id,
    author_id: comment.author_id,
    before: null,
    after: {
      status: comment.status,
      version: comment.version,
      decision_id: decision.id,
      import_id: importId,
    },
  };
}

/** A whole site came here; its earlier record ended as `head` says. */
export function siteImported(siteId: string, from: string, head: ChainHead): Act {
  return {
    kind: 'site.imported',
    actor: BY_IMPORT,
    object: { kind: 'site', id: siteId },
    comment_id: null,
    author_id: null,
    before: null,
    after: { from_site_id: from, sequence: head.sequence, hash: head.hash },
  };
}
