import type { Priority } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';

const PARTS = ['severity', 'reports', 'reach', 'age'] as const;

/** Why a comment stands where it stands in the queue; a point is an hour of waiting. */
export function PriorityLine({ priority }: { readonly priority: Priority }) {
  return (
    <dl class="priority">
      {PARTS.map((part) => (
        <div key={part} class={priority[part] === 0 ? 'priority-none' : undefined}>
          <dt>{t.priority[part]}</dt>
          <dd>{count(Math.round(priority[part] * 10) / 10)}</dd>
        </div>
      ))}
      <div class="priority-total">
        <dt>{t.priority.total}</dt>
        <dd>{count(Math.round(priority.total * 10) / 10)}</dd>
      </div>
    </dl>
  );
}
