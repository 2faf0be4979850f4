import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import { permits } from '../../domain/api-key.js';
import type { Notice } from '../../domain/notice.js';
import { receiptOf } from '../../operations/noticing/words.js';
import type { NoticeSchema } from '../schemas/notice.js';

/** A key of scope `submit` reads what to tell the notifier, and not who that is or who decided. */
export function noticeView(notice: Notice, caller: Caller): Static<typeof NoticeSchema> {
  const moderates = permits(caller.scope, 'moderate');
  return {
    id: notice.id,
    comment_id: notice.comment_id,
    comment_version: notice.comment_version,
    status: notice.status,
    url: notice.url,
    explanation: notice.explanation,
    law: notice.law,
    ...(moderates && {
      notifier: {
        name: notice.notifier_name,
        email: notice.notifier_email,
        external_id: notice.notifier_external_id,
      },
    }),
    trusted_flagger: notice.trusted_flagger_at !== null,
    created_at: notice.created_at,
    receipt: receiptOf(notice),
    decided_at: notice.decided_at,
    ...(moderates && { decided_by: notice.decided_by }),
    decision_id: notice.decision_id,
    answer: notice.answer,
  };
}
