import type { Caller } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import type { CommentRecord } from '../../operations/judging/record.js';
import { commentView } from './comment-view.js';

/** Shows on a conflict the present state as the caller may see it; other errors as they are. */
export function withCurrentView(error: unknown, caller: Caller): unknown {
  if (!(error instanceof GatepostError) || error.code !== 'version_conflict') return error;
  const current = commentView(error.current as CommentRecord, caller);
  return new GatepostError(error.code, error.message, { errors: error.errors, current });
}
