import type { Static } from '@sinclair/typebox';

import { type ErrorCode, ERRORS } from '../../domain/errors.js';
import type { Outcome } from '../../operations/decide-comments.js';
import type { DecisionResultSchema } from '../schemas/bulk-decision.js';

type Result = Static<typeof DecisionResultSchema>;

/** One of many decisions as it is answered. */
export function outcomeView(outcome: Outcome): Result {
  const { comment_id, refused, decision_id, comment } = outcome;
  return {
    comment_id,
    status: refused === null ? 'ok' : statusOfRefusal(refused.code),
    code: refused?.code ?? null,
    detail: refused?.detail ?? null,
    decision_id,
    current: comment && { id: comment.id, status: comment.status, version: comment.version },
  };
}

function statusOfRefusal(code: ErrorCode): Result['status'] {
  const { status } = ERRORS[code];
  if (status === 404) return 'not_found';
  return status === 409 ? 'conflict' : 'failed';
}
