import type {
  AuthorBlocked,
  AuthorUnblocked,
  BlockAuthor,
  Claim,
  DecidedComment,
  Finding,
  Note,
} from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

export type DecidingAction = 'approve' | 'reject';
export type Standard = Finding['standard'];

/** What a moderator says with a decision; left out where they say nothing. */
export interface Said {
  readonly reason?: string;
  readonly note?: string;
  readonly standard?: Standard;
  readonly legal_ground?: string;
}

export interface Wanted {
  readonly action: DecidingAction;
  /** The version that the moderator looked at. */
  readonly seen_version: number;
  readonly said: Said;
  /** Although another works on it. */
  readonly override: boolean;
}

/** @throws Refusal, with status 409 where something happened that the moderator did not see. */
export async function decide(id: string, wanted: Wanted): Promise<DecidedComment> {
  const { action, seen_version, said, override } = wanted;
  const asked = { params: { path: { id } }, body: { seen_version, override, ...said } };
  return action === 'approve'
    ? answerOf(api.POST('/v1/comments/{id}/approve', asked))
    : answerOf(api.POST('/v1/comments/{id}/reject', asked));
}

/** @throws Refusal, with status 409 where another decision stands by now. */
export async function undo(decisionId: string, override = false): Promise<DecidedComment> {
  return answerOf(
    api.POST('/v1/decisions/{id}/undo', {
      params: { path: { id: decisionId } },
      body: { override },
    }),
  );
}

export async function blockAuthor(id: string, body: BlockAuthor): Promise<AuthorBlocked> {
  return answerOf(api.POST('/v1/authors/{id}/block', { params: { path: { id } }, body }));
}

export async function unblockAuthor(id: string, restore: boolean): Promise<AuthorUnblocked> {
  return answerOf(
    api.POST('/v1/authors/{id}/unblock', { params: { path: { id } }, body: { restore } }),
  );
}

/** What a note can be about. */
export interface NoteAbout {
  readonly kind: 'comment' | 'author';
  readonly id: string;
}

export async function addNote({ kind, id }: NoteAbout, body: string): Promise<Note> {
  const asked = { params: { path: { id } }, body: { body } };
  return kind === 'comment'
    ? answerOf(api.POST('/v1/comments/{id}/notes', asked))
    : answerOf(api.POST('/v1/authors/{id}/notes', asked));
}

/** As long as one reads, rings somebody and comes back. */
const CLAIM_MINUTES = 15;

/** @throws Refusal `claimed_by_another`. */
export async function claim(id: string): Promise<Claim> {
  return answerOf(api.POST('/v1/queue/claims/{id}', { params: { path: { id } }, body: { minutes: CLAIM_MINUTES } }));
}

export async function release(id: string): Promise<void> {
  await answerOf(api.DELETE('/v1/queue/claims/{id}', { params: { path: { id } } }));
}
