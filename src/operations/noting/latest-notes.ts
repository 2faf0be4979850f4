import type { Deps } from '../../deps.js';
import type { Note } from '../../domain/note.js';
import { NOTES_SHOWN_MAX } from '../../limits/desk.js';
import type { NotedObject } from './subject.js';

/** What a file shows of the notes about it. */
export interface LatestNotes {
  readonly count: number;
  /** Newest first. */
  readonly latest: readonly Note[];
}

export async function latestNotes(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  about: NotedObject,
): Promise<LatestNotes> {
  const page = { cursor: null, limit: NOTES_SHOWN_MAX };
  const latest = (await store.notes.list(siteId, about, page)).slice(0, NOTES_SHOWN_MAX);
  const few = latest.length < NOTES_SHOWN_MAX;
  return { count: few ? latest.length : await store.notes.count(siteId, about), latest };
}
