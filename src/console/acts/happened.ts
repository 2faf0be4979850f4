import type { CommentFile, Decision } from '../../../openapi/types.js';
import { answerOf, api, Refusal } from '../api/client.js';
import type { Wanted } from './acts.js';

/** Why a decision was not taken: something happened that the moderator had not seen. */
export interface Conflict {
  readonly code: string;
  readonly wanted: Wanted;
  /** The comment as it stands now. */
  readonly file: CommentFile;
  /** Whether the same can be decided all the same. */
  readonly can_insist: boolean;
}

const INSISTED: ReadonlySet<string> = new Set(['version_conflict', 'claimed_by_another']);

/**
 * What happened, where that is why a decision was refused; null for any other fault.
 *
 * @throws Refusal where the comment cannot be read.
 */
export async function conflictOf(
  id: string,
  wanted: Wanted,
  error: unknown,
): Promise<Conflict | null> {
  if (!(error instanceof Refusal) || error.status !== 409) return null;
  const code = error.problem?.code ?? '';
  const file = await answerOf(api.GET('/v1/comments/{id}', { params: { path: { id } } }));
  return { code, wanted, file, can_insist: INSISTED.has(code) };
}

/** The same decision about the comment as it stands now, whoever works on it. */
export function insisted({ wanted, file }: Conflict): Wanted {
  return { ...wanted, seen_version: file.version, override: true };
}

/** The decision that stands. */
export function standing({ decisions }: Pick<CommentFile, 'decisions'>): Decision | null {
  return decisions.at(-1) ?? null;
}
