import { useMemo } from 'preact/hooks';

import type { Statistics } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { count, duration } from '../strings/times.js';
import { Figure } from './figure.js';
import { Plot } from './plot/plot.js';

/** What waits now, by how long it has waited. */
export function QueueAge({ queue }: { readonly queue: Statistics['queue'] }) {
  const steps = useMemo(
    () =>
      queue.ages.map(({ below_seconds, count: amount }, at) => ({
        name: stepName(queue.ages[at - 1]?.below_seconds ?? null, below_seconds),
        amount,
      })),
    [queue.ages],
  );
  const series = useMemo(
    () => [
      {
        label: t.statistics.waiting,
        colour: 'held' as const,
        kind: 'bars' as const,
        values: steps.map(({ amount }) => amount),
      },
    ],
    [steps],
  );
  const names = useMemo(() => steps.map(({ name }) => name), [steps]);
  return (
    <Figure
      heading={t.statistics.ages.heading}
      told={t.statistics.ages.told(
        count(queue.count),
        duration(queue.p50_seconds),
        duration(queue.oldest_seconds),
      )}
      name="queue-age"
      table={{
        columns: [t.statistics.age, t.statistics.waiting],
        rows: steps.map(({ name, amount }) => [name, amount]),
      }}
      empty={queue.count === 0}
    >
      <Plot
        label={t.statistics.ages.heading}
        places={names}
        nameOf={(name) => name}
        series={series}
        figureOf={count}
      />
    </Figure>
  );
}

/** A step from the end of the one before; both ends are open. */
function stepName(from: number | null, below: number | null): string {
  if (below === null) return `> ${duration(from)}`;
  return `< ${duration(below)}`;
}
