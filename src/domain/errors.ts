import type { ErrorKind } from './error-kind.js';
import { FAULTS } from './faults.js';
import { UNWELCOME } from './unwelcome.js';

/**
 * Every refusal the service can answer with. The codes are stable and each has its entry in
 * docs/errors.md (a test compares the two).
 */
export const ERRORS = {
  malformed_json: {
    status: 400,
    title: 'The body is not valid JSON.',
    hint: 'Send one JSON object, encoded as UTF-8.',
  },
  invalid_request: {
    status: 400,
    title: 'The request does not have the documented shape.',
    hint: 'Correct the members named in `errors`; /docs shows the shape with examples.',
  },
  invalid_text: {
    status: 400,
    title: 'A text holds characters that cannot be stored.',
    hint: 'Remove NUL characters and unpaired surrogates before sending.',
  },
  invalid_date: {
    status: 400,
    title: 'A date is impossible here.',
    hint: 'Send RFC 3339 in the range that the detail names.',
  },
  invalid_idempotency_key: {
    status: 400,
    title: 'The Idempotency-Key header cannot be used.',
    hint: 'Send one key of 1 to 255 printable ASCII characters, for example a UUID.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The cursor does not belong to this list.',
    hint: 'Send `next_cursor` of the page before, unchanged, or no cursor for the first page.',
  },
  ...UNWELCOME,
  not_found: {
    status: 404,
    title: 'There is no such object or address.',
    hint: 'Check the id and the path; objects of other sites cannot be seen.',
  },
  not_restricted: {
    status: 404,
    title: 'There is no restriction to give reasons for.',
    hint: 'Nothing need be told to the author: what was asked about is not restricted.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The address exists, but not with this method.',
    hint: 'Use one of the methods in the Allow header.',
  },
  version_conflict: {
    status: 409,
    title: 'The comment has changed since you saw it.',
    hint: 'Look at `current` and decide again with its version as `seen_version`.',
  },
  comment_deleted: {
    status: 409,
    title: 'The comment was withdrawn by its author.',
    hint: 'Nothing can be done to it; its record is kept.',
  },
  appeal_resolved: {
    status: 409,
    title: 'The appeal has been answered.',
    hint: 'Read it again; its outcome stands.',
  },
  same_moderator: {
    status: 409,
    title: 'The decision is your own.',
    hint: 'Let another moderator answer the appeal.',
  },
  notice_decided: {
    status: 409,
    title: 'The notice has been answered.',
    hint: 'Read it again: `status` and `answer` say what came of it.',
  },
  claimed_by_another: {
    status: 409,
    title: 'Another moderator is working on the comment.',
    hint: 'Take another one, wait until the time in the detail, or send `override` as true.',
  },
  decision_superseded: {
    status: 409,
    title: 'The decision is not the one that stands.',
    hint: 'Read the comment, and undo its last decision.',
  },
  nothing_to_restore: {
    status: 409,
    title: 'There is nothing that the decision could be taken back to.',
    hint: 'Approve or reject the comment instead.',
  },
  author_erased: {
    status: 409,
    title: 'The author’s data was erased.',
    hint: 'Let the person post anew; what was erased does not come back.',
  },
  text_erased: {
    status: 409,
    title: 'The text of the comment was erased.',
    hint: 'Leave it as it is: readers would see an empty comment.',
  },
  request_in_progress: {
    status: 409,
    title: 'A request with this Idempotency-Key is still being worked on.',
    hint: 'Wait a moment and send the same request again.',
  },
  replay_in_progress: {
    status: 409,
    title: 'Another replay is running.',
    hint: 'Wait until it has ended, or close the connection that asked for it.',
  },
  verification_in_progress: {
    status: 409,
    title: 'The record is being verified already.',
    hint: 'Wait until that has ended, or close the connection that asked for it.',
  },
  training_in_progress: {
    status: 409,
    title: 'The site is being learnt from already.',
    hint: 'Wait until it has ended; GET /v1/models/site then shows the new version.',
  },
  no_model: {
    status: 409,
    title: 'There is no classifier to stand on.',
    hint: 'Start the service with a model; what a site teaches only adds to it.',
  },
  last_admin_key: {
    status: 409,
    title: 'This is the last admin key of the site.',
    hint: 'Make another admin key first, then revoke this one with it.',
  },
  too_many_keys: {
    status: 409,
    title: 'The site has as many keys as it may have.',
    hint: 'Revoke keys that are no longer used.',
  },
  too_many_comments: {
    status: 409,
    title: 'More comments are concerned than can be changed at once.',
    hint: 'Reach back less far, or do it without touching comments and decide those in bulk.',
  },
  too_many_webhooks: {
    status: 409,
    title: 'The site has as many webhooks as it may have.',
    hint: 'Delete webhooks that are no longer used.',
  },
  webhook_disabled: {
    status: 409,
    title: 'The webhook is disabled.',
    hint: 'Enable it with PATCH and `"enabled": true`, then replay.',
  },
  delivery_pending: {
    status: 409,
    title: 'The delivery is still under way.',
    hint: 'Wait until it is delivered or failed; only then is there something to replay.',
  },
  too_many_streams: {
    status: 429,
    title: 'The site has as many open streams of events as it may have.',
    hint: 'Close streams that nobody reads, or try again later.',
  },
  policy_changed: {
    status: 412,
    title: 'The policy has changed since you read it.',
    hint: 'Read it again, and send the new version in If-Match.',
  },
  payload_too_large: {
    status: 413,
    title: 'The request is too large.',
    hint: 'Send less; the detail names the limit.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body has a media type that is not understood.',
    hint: 'Send `Content-Type: application/json`, and the body uncompressed.',
  },
  not_the_author: {
    status: 422,
    title: 'The comment is by another author.',
    hint: 'Send the id of the comment’s own author; only they can appeal.',
  },
  not_rejected: {
    status: 422,
    title: 'The comment does not stand rejected.',
    hint: 'Nothing need be done: it is published, or waits for a person who will look at it.',
  },
  appeal_too_late: {
    status: 422,
    title: 'The time for an appeal is over.',
    hint: 'Contact the publisher; the statement of reasons says how.',
  },
  own_comment: {
    status: 422,
    title: 'The comment is the reader’s own.',
    hint: 'Let its author edit or withdraw the comment; only others can report it.',
  },
  parent_not_found: {
    status: 422,
    title: 'The comment that is answered does not exist.',
    hint: 'Send the id of a comment of the same thread as `parent_id`, or leave it out.',
  },
  parent_in_other_thread: {
    status: 422,
    title: 'The comment that is answered is in another thread.',
    hint: 'Send the id of a comment of the same thread as `parent_id`, or leave it out.',
  },
  unknown_policy_version: {
    status: 422,
    title: 'The accepted version of the policy does not exist.',
    hint: 'Send the `version` that GET /v1/policy/text gave when the reader accepted it.',
  },
  invalid_webhook_url: {
    status: 422,
    title: 'Events cannot be sent to this address.',
    hint: 'Name an https address on the public internet, or have the operator allow a private one.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The Idempotency-Key was used before with another body.',
    hint: 'Use a new key for a new request.',
  },
  invalid_policy: {
    status: 422,
    title: 'The policy cannot be used as it is.',
    hint: 'Correct the members named in `errors`; nothing was changed.',
  },
  ground_missing: {
    status: 422,
    title: 'A removal needs its ground.',
    hint: 'Name the law as `legal_ground`, or the standard of the publisher as `standard`.',
  },
  dry_run_needed: {
    status: 422,
    title: 'Deciding by a filter needs the token of a dry run of the same.',
    hint: 'Send the same with `dry_run` as true, look at what it answers, then send its `token`.',
  },
  precondition_required: {
    status: 428,
    title: 'The change needs an If-Match header.',
    hint: 'Read the policy first and send its ETag in If-Match, so that no edit is lost.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests have come from one client.',
    hint: 'Wait as long as Retry-After says; RateLimit-Policy says how much may come in what time.',
  },
  too_many_reports: {
    status: 429,
    title: 'The reader has reported too much of late.',
    hint: 'Ask the reader to wait an hour; what was reported before is on record.',
  },
  too_many_notices: {
    status: 429,
    title: 'The comment has as many open notices as it may have.',
    hint: 'Wait until moderators have answered them; they are about this comment already.',
  },
  ...FAULTS,
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing wrong with a request: where (RFC 6901 pointer into the body) and what. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal with a stable code. Its texts are for the caller: no SQL, no secrets, no stack. */
export class GatepostError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** The present state of what was asked for, on a conflict. */
  readonly current: unknown;

  constructor(
    code: ErrorCode,
    detail: string,
    more: { errors?: readonly FieldError[]; current?: unknown } = {},
  ) {
    super(detail);
    this.name = 'GatepostError';
    this.code = code;
    this.errors = more.errors ?? [];
    this.current = more.current;
  }
}
