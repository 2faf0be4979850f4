import type { Notice } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';

const LOOKS = {
  open: 'status-pending',
  removed: 'status-rejected',
  kept: 'status-approved',
  withdrawn: '',
} as const;

export function NoticeBadge({ status }: Pick<Notice, 'status'>) {
  return <span class={`badge ${LOOKS[status]}`}>{t.noticeDesk.status[status]}</span>;
}

/** Who sent a notice, as far as they said. */
export function notifierName({ notifier }: Pick<Notice, 'notifier'>): string {
  return notifier?.name ?? notifier?.email ?? notifier?.external_id ?? t.notices.nameless;
}
