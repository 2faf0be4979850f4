import type { Deps } from '../../deps.js';
import type { Author } from '../../domain/author.js';
import type { Comment, TextMarks } from '../../domain/comment.js';
import type { Verdict } from '../../domain/finding.js';
import { severityOf, storedPlace } from '../../domain/queue.js';
import { statusOf } from '../../domain/status.js';
import type { Submission } from '../../domain/submission.js';
import type { Thread } from '../../domain/thread.js';
import { REPLY_DEPTH_MAX } from '../../limits.js';
import { newSeal } from '../recording/new-seal.js';

export interface Parts {
  readonly submission: Submission;
  readonly verdict: Verdict;
  readonly marks: TextMarks;
  readonly author: Author;
  readonly thread: Thread;
  readonly parent: Comment | null;
  readonly now: string;
}

/** The comment as it is stored first, with the status that the verdict gives it. */
export function newComment(deps: Pick<Deps, 'newId' | 'randomBytes'>, parts: Parts): Comment {
  const { submission, verdict, author, thread, parent, now } = parts;
  const status = statusOf(verdict.action);
  const severity = severityOf(verdict.findings);
  return {
    id: deps.newId('cmt'),
    external_id: submission.external_id,
    thread_id: thread.id,
    author_id: author.id,
    parent_id: parent?.id ?? null,
    depth: parent ? Math.min(parent.depth + 1, REPLY_DEPTH_MAX) : 0,
    body: submission.body,
    status,
    shadowed_at: verdict.shadow ? now : null,
    version: 1,
    locale: submission.locale,
    author_name: submission.author.name,
    author_email: submission.author.email,
    author_url: submission.author.url,
    author_ip: submission.author.ip,
    user_agent: submission.author.user_agent,
    accepted_policy_version: submission.accepted_policy_version,
    metadata: submission.metadata,
    ...parts.marks,
    created_at: submission.created_at ?? now,
    received_at: now,
    edited_at: null,
    deleted_at: null,
    seal: newSeal(deps),
    redacted_at: null,
    severity,
    queue_place: storedPlace(status, severity, now),
  };
}
