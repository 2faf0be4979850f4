import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import { permits } from '../../domain/api-key.js';
import type { Decision } from '../../domain/decision.js';
import type { Finding, Verdict } from '../../domain/finding.js';
import type { CommentFile } from '../../operations/get-comment.js';
import type { CommentRecord } from '../../operations/judging/record.js';
import type { ListedComment } from '../../operations/list-comments.js';
import type {
  CommentFileSchema,
  CommentSchema,
  DecisionSchema,
  ListedCommentSchema,
  PublishedCommentSchema,
} from '../schemas/comment.js';
import type { FindingSchema, VerdictSchema } from '../schemas/verdict.js';
import { claimView } from './claim-view.js';
import { latestNotesView } from './note-view.js';

/**
 * How comments look on the wire. A key of scope `submit` sits in a CMS and sees no addresses, no
 * notes and no names of moderators.
 */
export function commentView(
  { comment, author, thread }: CommentRecord,
  caller: Caller,
): Static<typeof CommentSchema> {
  const moderates = permits(caller.scope, 'moderate');
  return {
    id: comment.id,
    external_id: comment.external_id,
    status: comment.status,
    shadow: comment.shadowed_at !== null,
    version: comment.version,
    thread: {
      id: thread.id,
      external_id: thread.external_id,
      url: thread.url,
      title: thread.title,
    },
    author: {
      id: author.id,
      external_id: author.external_id,
      name: comment.author_name,
      url: comment.author_url,
      ...(moderates && {
        email: comment.author_email,
        ip: comment.author_ip,
        user_agent: comment.user_agent,
      }),
    },
    parent_id: comment.parent_id,
    depth: comment.depth,
    body: comment.body,
    locale: comment.locale,
    accepted_policy_version: comment.accepted_policy_version,
    metadata: comment.metadata,
    created_at: comment.created_at,
    received_at: comment.received_at,
    edited_at: comment.edited_at,
    deleted_at: comment.deleted_at,
    redacted_at: comment.redacted_at,
  };
}

export function listedCommentView(
  listed: ListedComment,
  caller: Caller,
): Static<typeof ListedCommentSchema> {
  const { findings, found } = listed;
  return {
    ...commentView(listed, caller),
    findings: findingViews(findings, caller),
    ...(found && { found: [...found] }),
  };
}

export function commentFileView(
  file: CommentFile,
  caller: Caller,
): Static<typeof CommentFileSchema> {
  return {
    ...listedCommentView(file, caller),
    decisions: file.decisions.map((decision) => decisionView(decision, caller)),
    revisions: file.revisions.map(({ version, body, replaced_at }) => ({
      version,
      body,
      replaced_at,
    })),
    ...(permits(caller.scope, 'moderate') && {
      reports: {
        count: file.report_count,
        open: file.open_reports.count,
        weight: Math.round(file.open_reports.weight * 1000) / 1000,
      },
      notices: file.open_notices,
      claim: file.claim && claimView(file.claim, caller),
      notes: latestNotesView(file.notes, caller),
    }),
  };
}

/** What a reader sees: no more than stands under the article. */
export function publishedCommentView({
  comment,
  author,
}: CommentRecord): Static<typeof PublishedCommentSchema> {
  return {
    id: comment.id,
    external_id: comment.external_id,
    parent_id: comment.parent_id,
    depth: comment.depth,
    author: {
      id: author.id,
      external_id: author.external_id,
      name: comment.author_name,
      url: comment.author_url,
    },
    body: comment.body,
    created_at: comment.created_at,
    edited_at: comment.edited_at,
    redacted_at: comment.redacted_at,
  };
}

export function decisionView(decision: Decision, caller: Caller): Static<typeof DecisionSchema> {
  const { actor } = decision;
  const moderates = permits(caller.scope, 'moderate');
  return {
    id: decision.id,
    comment_id: decision.comment_id,
    comment_version: decision.comment_version,
    actor: { kind: actor.kind, ...(moderates && { id: actor.id, name: actor.name }) },
    action: decision.action,
    status: decision.status,
    shadow: decision.shadow,
    reason: decision.reason,
    ...(moderates && { note: decision.note }),
    policy_version: decision.policy_version,
    policy_digest: decision.policy_digest,
    supersedes: decision.supersedes,
    standard: decision.standard,
    legal_ground: decision.legal_ground,
    restores: decision.restores,
    created_at: decision.created_at,
    findings: findingViews(decision.findings, caller),
  };
}

export function verdictView(verdict: Verdict, caller: Caller): Static<typeof VerdictSchema> {
  return { ...verdict, findings: findingViews(verdict.findings, caller) };
}

/** What a site's moderators did with a word is for them: "herald (rejected 14 of 15)". */
const RECORD_OF_WORD = / \(rejected \d+ of \d+\)$/u;

export function findingViews(
  findings: readonly Finding[],
  caller: Caller,
): Static<typeof FindingSchema>[] {
  const moderates = permits(caller.scope, 'moderate');
  return findings.map((finding) => ({
    ...finding,
    spans: [...finding.spans],
    terms: finding.terms.map((term) => (moderates ? term : term.replace(RECORD_OF_WORD, ''))),
  }));
}
