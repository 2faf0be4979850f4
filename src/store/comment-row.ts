import type { Comment, Revision } from '../domain/comment.js';
import type { Status } from '../domain/status.js';
import type { CommentRow, RevisionRow } from './schema.js';
import { searchWords } from './search-words.js';

/**
 * A comment as it is stored. Column by column, here and where else rows are made by the thousand:
 * to copy what is left of an object of thirty takes twenty times as long (docs/decisions/0034).
 */
export function rowOf(siteId: string, comment: Comment): CommentRow {
  return {
    site_id: siteId,
    comment_id: comment.id,
    search_text: searchWords(comment.body).join(' '),
    external_id: comment.external_id,
    thread_id: comment.thread_id,
    author_id: comment.author_id,
    parent_id: comment.parent_id,
    depth: comment.depth,
    body: comment.body,
    status: comment.status,
    shadowed_at: comment.shadowed_at,
    version: comment.version,
    locale: comment.locale,
    author_name: comment.author_name,
    author_email: comment.author_email,
    author_url: comment.author_url,
    author_ip: comment.author_ip,
    user_agent: comment.user_agent,
    accepted_policy_version: comment.accepted_policy_version,
    metadata: comment.metadata === null ? null : JSON.stringify(comment.metadata),
    fingerprint: comment.fingerprint,
    sketch: comment.sketch,
    near_key_1: comment.near_key_1,
    near_key_2: comment.near_key_2,
    created_at: comment.created_at,
    received_at: comment.received_at,
    edited_at: comment.edited_at,
    deleted_at: comment.deleted_at,
    seal: comment.seal,
    redacted_at: comment.redacted_at,
    severity: comment.severity,
    queue_place: comment.queue_place,
  };
}

/** A comment from its row. */
export function commentOf(row: CommentRow): Comment {
  return {
    id: row.comment_id,
    external_id: row.external_id,
    thread_id: row.thread_id,
    author_id: row.author_id,
    parent_id: row.parent_id,
    depth: row.depth,
    body: row.body,
    status: row.status as Status,
    shadowed_at: row.shadowed_at,
    version: row.version,
    locale: row.locale,
    author_name: row.author_name,
    author_email: row.author_email,
    author_url: row.author_url,
    author_ip: row.author_ip,
    user_agent: row.user_agent,
    accepted_policy_version: row.accepted_policy_version,
    metadata: row.metadata === null ? null : (JSON.parse(row.metadata) as Comment['metadata']),
    fingerprint: row.fingerprint,
    sketch: row.sketch,
    near_key_1: row.near_key_1,
    near_key_2: row.near_key_2,
    created_at: row.created_at,
    received_at: row.received_at,
    edited_at: row.edited_at,
    deleted_at: row.deleted_at,
    seal: row.seal,
    redacted_at: row.redacted_at,
    severity: row.severity,
    queue_place: row.queue_place,
  };
}

export function revisionOf({ site_id: _, revision_id, ...rest }: RevisionRow): Revision {
  return { id: revision_id, ...rest };
}
