import type { Act } from '../../domain/audit.js';
import type { Comment } from '../../domain/comment.js';
import type { Actor } from '../../domain/decision.js';
import type { Notice } from '../../domain/notice.js';

/** Who sent a notice, and what it says, stand with the notice alone. */

/** Somebody alleged that a comment is illegal. */
export function noticeFiled(notice: Notice, comment: Comment): Act {
  return {
    kind: 'notice.filed',
    actor: { kind: 'reader', id: null },
    ...about(notice, comment),
    before: null,
    after: {
      status: notice.status,
      version: notice.comment_version,
      trusted_flagger: notice.trusted_flagger_at !== null,
    },
  };
}

/** A person answered a notice. What was decided of the comment is an act of its own. */
export function noticeDecided(
  notice: Notice,
  comment: Comment,
  actor: Pick<Actor, 'kind' | 'id'>,
): Act {
  return {
    kind: 'notice.decided',
    actor: { kind: actor.kind, id: actor.id },
    ...about(notice, comment),
    before: { status: 'open' },
    after: { status: notice.status, decision_id: notice.decision_id },
  };
}

function about(
  { id }: Notice,
  comment: Comment,
): Pick<Act, 'object' | 'comment_id' | 'author_id'> {
  return {
    object: { kind: 'notice', id },
    comment_id: comment.id,
    author_id: comment.author_id,
  };
}
