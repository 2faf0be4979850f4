import type { Act } from '../../domain/audit.js';
import type { Claim } from '../../domain/claim.js';
import type { Comment } from '../../domain/comment.js';
import type { Actor } from '../../domain/decision.js';
import type { Note } from '../../domain/note.js';

/** How what moderators do with the queue looks on record. No note's text is in it. */

type By = Pick<Actor, 'kind' | 'id'>;
type Claimed = Pick<Comment, 'id' | 'author_id'>;

/** A moderator began to work on a comment. */
export function claimTaken(claim: Claim, { id, author_id }: Claimed, actor: By): Act {
  return {
    kind: 'claim.taken',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'comment', id },
    comment_id: id,
    author_id,
    before: null,
    after: { expires_at: claim.expires_at },
  };
}

/** They gave it back. A claim that lapses, or ends with a decision, says so by itself. */
export function claimReleased(claim: Claim, { id, author_id }: Claimed, actor: By): Act {
  return {
    kind: 'claim.released',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'comment', id },
    comment_id: id,
    author_id,
    before: { expires_at: claim.expires_at },
    after: null,
  };
}

/** What a note is about: a comment and its author, or an author alone. */
export interface NoteSubject {
  readonly comment_id: string | null;
  readonly author_id: string;
}

export function noteAdded(note: Note, subject: NoteSubject, actor: By): Act {
  return {
    kind: 'note.added',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'note', id: note.id },
    comment_id: subject.comment_id,
    author_id: subject.author_id,
    before: null,
    after: { about: note.object_kind },
  };
}

export function noteDeleted(note: Note, subject: NoteSubject, actor: By): Act {
  return {
    kind: 'note.deleted',
    actor: { kind: actor.kind, id: actor.id },
    object: { kind: 'note', id: note.id },
    comment_id: subject.comment_id,
    author_id: subject.author_id,
    before: { about: note.object_kind, own: note.key_id === actor.id },
    after: null,
  };
}
