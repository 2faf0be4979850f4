import type { Appeal } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';

const LOOKS = {
  filed: 'status-pending',
  upheld: 'status-rejected',
  overturned: 'status-approved',
  withdrawn: '',
} as const;

export function AppealBadge({ status }: Pick<Appeal, 'status'>) {
  return <span class={`badge ${LOOKS[status]}`}>{t.appealDesk.status[status]}</span>;
}
