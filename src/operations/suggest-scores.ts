import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import type { Note } from '../domain/note.js';
import { timestamp } from '../domain/time.js';
import { SUGGESTIONS_PER_COMMENT_MAX } from '../limits/fronts.js';
import { detectLanguage } from '../text/language.js';
import { moderator } from './decide-comment.js';
import { commentOrNull } from './found.js';
import { noteAdded } from './recording/acts-of-queue.js';
import { recordActs } from './recording/record-acts.js';

export interface SuggestScoresInput {
  readonly caller: Caller;
  /** What may be the comment's id, ours or the CMS's; the first that names a comment counts. */
  readonly ids: readonly string[];
  readonly text: string;
  /** Names of a closed set, and what each should be. */
  readonly scores: readonly { readonly name: string; readonly value: number }[];
}

export interface Suggested {
  /** False where there is no such comment, the same was said last, or as much is kept as may be. */
  readonly kept: boolean;
  /** Of the text, ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * Keeps what somebody thinks that a text should have been scored, as a note on the comment that it
 * was about. The text itself is not kept.
 */
export async function suggestScores(deps: Needs, input: SuggestScoresInput): Promise<Suggested> {
  return { kept: await keep(deps, input), language: detectLanguage(input.text) };
}

async function keep(deps: Needs, { caller, ids, scores }: SuggestScoresInput): Promise<boolean> {
  if (ids.length === 0) return false;
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const comment = await firstComment(bound, siteId, ids);
    if (comment === null) return false;
    const said = scores.map(({ name, value }) => `${name} ${Number(value.toFixed(4))}`);
    const note: Note = {
      id: deps.newId('nte'),
      object_kind: 'comment',
      object_id: comment.id,
      body: `Suggested scores: ${said.join(', ')}`,
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
      key_id: caller.id,
    };
    if (!(await isNew(bound, siteId, note))) return false;
    await store.notes.insert(siteId, note);
    const subject = { comment_id: comment.id, author_id: comment.author_id };
    await recordActs(bound, siteId, [noteAdded(note, subject, moderator(caller))]);
    return true;
  });
}

async function firstComment(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  ids: readonly string[],
): Promise<Comment | null> {
  for (const id of ids) {
    const comment = await commentOrNull(deps, siteId, id);
    if (comment !== null) return comment;
  }
  return null;
}

async function isNew(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  note: Note,
): Promise<boolean> {
  const page = { cursor: null, limit: SUGGESTIONS_PER_COMMENT_MAX };
  const notes = await store.notes.list(siteId, note, page);
  const [last] = notes.filter(({ key_id }) => key_id === note.key_id);
  return notes.length < SUGGESTIONS_PER_COMMENT_MAX && last?.body !== note.body;
}
