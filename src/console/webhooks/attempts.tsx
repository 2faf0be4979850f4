import { Loading } from '../parts/loading.js';
import { Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { useDelivery } from './queries.js';

interface AttemptsProps {
  readonly webhook: string;
  readonly delivery: string;
}

/** When a delivery was tried, and what came of it. */
export function Attempts({ webhook, delivery }: AttemptsProps) {
  const { data, error } = useDelivery(webhook, delivery);
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} />;
  return (
    <ol class="webhooks-attempts">
      {data.attempts.map(({ number, started_at, milliseconds, http_status, problem }) => (
        <li key={number}>
          {t.webhooks.attempt(number)}: <Moment time={started_at} />
          {', '}
          {http_status === null ? t.webhooks.noAnswer : `${t.webhooks.answer} ${http_status}`}
          {problem !== null && ` (${t.webhooks.problem[problem]})`}
          {', '}
          {t.webhooks.took} {milliseconds} ms
        </li>
      ))}
    </ol>
  );
}
