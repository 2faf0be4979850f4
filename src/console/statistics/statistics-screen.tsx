import { keepPreviousData, useQuery } from '@tanstack/preact-query';

import { answerOf, api } from '../api/client.js';
import { Loading } from '../parts/loading.js';
import { Problem } from '../parts/problem.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { Breakdown } from './breakdown.js';
import { Appeals, Decisions, DecisionTimes, Volume } from './day-plots.js';
import { Precision } from './precision.js';
import { QueueAge } from './queue-age.js';
import { RangeForm } from './range-form.js';
import { Totals } from './totals.js';
import { type Range, useRange } from './use-range.js';
import './statistics.css';

const EVERY_MILLISECONDS = 60_000;

/** What came in, what was decided and how well, over some days. */
export function Screen() {
  useTitle(t.statistics.heading);
  const [range, put] = useRange();
  const days = useStatistics(range, 'day');
  const measured = useStatistics(range, 'rule').data?.rules ?? null;
  return (
    <section class="page statistics">
      <header class="page-header">
        <h1>{t.statistics.heading}</h1>
        <RangeForm range={range} onChange={put} />
      </header>
      {days.error !== null && <Problem error={days.error} onRetry={() => void days.refetch()} />}
      {days.data === undefined && days.error === null && <Loading />}
      {days.data !== undefined && (
        <>
          <Totals statistics={days.data} />
          <div class="figures">
            <Volume statistics={days.data} range={range} />
            <Decisions statistics={days.data} range={range} />
            <DecisionTimes statistics={days.data} range={range} />
            <QueueAge queue={days.data.queue} />
            <Appeals statistics={days.data} range={range} />
            {measured !== null && <Precision rules={measured} />}
          </div>
          <Breakdown range={range} onGroup={(group) => put({ group })} />
        </>
      )}
    </section>
  );
}

function useStatistics({ from, to, zone }: Range, group: 'day' | 'rule') {
  return useQuery({
    queryKey: ['statistics', group, from, to, zone],
    staleTime: EVERY_MILLISECONDS,
    refetchInterval: EVERY_MILLISECONDS,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/statistics', { params: { query: { from, to, timezone: zone, group } } }),
      ),
  });
}
