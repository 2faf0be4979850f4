import type { Deps } from '../../src/deps.js';
import type { Submission } from '../../src/domain/submission.js';
import {
  type ReplayInput,
  replayPolicy,
  type ReplayProgress,
  type ReplayResult,
} from '../../src/operations/replay-policy.js';
import { submitComment } from '../../src/operations/submit-comment.js';

export const CALLER = { id: 'key', site_id: 'default', name: 'Robin', scope: 'admin' } as const;

/** What a test says of a submission; the rest is an ordinary one. */
export interface Told {
  readonly body: string;
  readonly author?: string;
  readonly thread?: string;
}

/** Submits a comment as a CMS does. */
export async function submitted(deps: Deps, { body, author = 'reader', thread = 'a' }: Told) {
  const submission: Submission = {
    external_id: null,
    thread: { external_id: thread, url: null, title: null, section: null },
    author: {
      external_id: author,
      name: author,
      email: null,
      url: null,
      ip: null,
      user_agent: null,
    },
    parent_id: null,
    body,
    locale: null,
    created_at: null,
    accepted_policy_version: null,
    metadata: null,
  };
  return submitComment(deps, { caller: CALLER, submission, idempotency: null });
}

export interface Watched {
  readonly onProgress?: (progress: ReplayProgress) => void;
  readonly signal?: AbortSignal;
}

/** Replays a draft over the site `default`. */
export async function replayed(
  deps: Pick<Deps, 'store' | 'stopwatch'>,
  change: Partial<ReplayInput> = {},
  { onProgress = () => undefined, signal = new AbortController().signal }: Watched = {},
): Promise<ReplayResult> {
  const input = { draft: {}, from: null, to: null, examples_max: 20, limit: 1_000_000 };
  return replayPolicy(deps, { caller: CALLER, ...input, ...change }, { onProgress, signal });
}
