import type { Author, Comment, Finding } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';

interface StatusBadgeProps extends Pick<Comment, 'status'> {
  readonly shadow?: boolean;
}

export function StatusBadge({ status, shadow = false }: StatusBadgeProps) {
  return (
    <span class={`badge status-${status}`}>
      {t.status[status]}
      {shadow && ' ◐'}
    </span>
  );
}

export function StandardBadge({ standard }: Pick<Finding, 'standard'>) {
  return <span class="badge">{t.standard[standard]}</span>;
}

export function StandingBadge({ standing }: Pick<Author, 'standing'>) {
  return <span class={`badge standing-${standing}`}>{t.standing[standing]}</span>;
}
