import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';

import type { Delivery } from '../../../openapi/types.js';
import { Loading } from '../parts/loading.js';
import { More } from '../parts/more.js';
import { Moment } from '../parts/moment.js';
import { Pick } from '../parts/pick.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { Attempts } from './attempts.js';
import { Again, AgainAll } from './again.js';
import { useDeliveries } from './queries.js';

const STATUSES = ['all', 'pending', 'delivered', 'failed'] as const;
const LOOK = { pending: 'pending', delivered: 'approved', failed: 'rejected' } as const;

/** What was sent to a webhook, or is to be, newest first. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const [status, setStatus] = useState<(typeof STATUSES)[number]>('all');
  const deliveries = useDeliveries(webhook, status === 'all' ? null : status);
  const shown = deliveries.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section>
      <header class="page-header webhooks-deliveries">
        <h2>{t.webhooks.deliveries}</h2>
        <Pick
          name={t.webhooks.shown}
          value={status}
          options={STATUSES.map((each) => [
            each,
            each === 'all' ? t.webhooks.anyStatus : t.webhooks.status[each],
          ])}
          onPick={setStatus}
        />
      </header>
      <AgainAll webhook={webhook} />
      {deliveries.error !== null && <Problem error={deliveries.error} />}
      {deliveries.isPending && <Loading />}
      {deliveries.data !== undefined && shown.length === 0 && (
        <p class="empty">{t.webhooks.noDeliveries}</p>
      )}
      {shown.length > 0 && <Table deliveries={shown} />}
      <More {...deliveries} />
    </section>
  );
}

function Table({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <div class="webhooks-table">
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{t.webhooks.event}</th>
            <th scope="col">{t.webhooks.outcome}</th>
            <th scope="col">{t.webhooks.sent}</th>
            <th scope="col">{t.webhooks.next}</th>
            <th scope="col">{t.webhooks.attempts}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ delivery }: { readonly delivery: Delivery }) {
  const { status, event_type, comment_id, created_at, next_attempt_at, attempt_count } = delivery;
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          {comment_id === null ? (
            <code>{event_type}</code>
          ) : (
            <Link href={`/comments/${comment_id}`}>
              <code>{event_type}</code>
            </Link>
          )}
        </td>
        <td>
          <span class={`badge status-${LOOK[status]}`}>{t.webhooks.status[status]}</span>
        </td>
        <td data-name={t.webhooks.sent}>
          <Moment time={created_at} />
        </td>
        <td data-name={t.webhooks.next}>
          {next_attempt_at === null ? '–' : <Moment time={next_attempt_at} />}
        </td>
        <td data-name={t.webhooks.attempts}>
          <div class="buttons">
            <button
              type="button"
              class="button"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {attempt_count}
            </button>
            {status !== 'pending' && <Again delivery={delivery} />}
          </div>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5}>
            <Attempts webhook={delivery.webhook_id} delivery={delivery.id} />
          </td>
        </tr>
      )}
    </>
  );
}
