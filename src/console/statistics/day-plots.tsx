import { useMemo } from 'preact/hooks';

import type { Statistics } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { count, dayName, duration } from '../strings/times.js';
import type { Cell } from './csv.js';
import { daysBetween } from './days.js';
import { Figure } from './figure.js';
import { Plot, type Series } from './plot/plot.js';
import type { Range } from './use-range.js';

type Group = Statistics['data'][number];

interface DayPlotsProps {
  readonly statistics: Statistics;
  readonly range: Range;
}

/** Each day with what was counted; null where nothing was. */
function useDays({ statistics: { data }, range: { first, last } }: DayPlotsProps) {
  return useMemo(() => {
    const known = new Map(data.map((group) => [group.key, group]));
    const days = daysBetween(first, last);
    return { days, groups: days.map((day) => known.get(day) ?? null) };
  }, [data, first, last]);
}

type Days = ReturnType<typeof useDays>;

/** What is counted of each day, as a series and as a column. */
interface Measure {
  readonly label: string;
  readonly colour: Series['colour'];
  readonly kind: Series['kind'];
  readonly of: (group: Group | null) => number | null;
}

const tableOf = ({ days, groups }: Days, measures: readonly Measure[]) => ({
  columns: [t.statistics.day, ...measures.map(({ label }) => label)],
  rows: days.map((day, at): Cell[] => [day, ...measures.map(({ of }) => of(groups[at] ?? null))]),
});

const seriesOf = ({ groups }: Days, measures: readonly Measure[]): readonly Series[] =>
  measures.map(({ label, colour, kind, of }) => ({ label, colour, kind, values: groups.map(of) }));

const isEmpty = (series: readonly Series[]): boolean =>
  series.every(({ values }) => values.every((value) => value === null || value === 0));

export function Volume(props: DayPlotsProps) {
  const days = useDays(props);
  const measures: readonly Measure[] = [
    { ...bars('approved'), of: (group) => group?.engine.approved ?? 0 },
    { ...bars('held'), of: (group) => group?.engine.held ?? 0 },
    { ...bars('rejected'), of: (group) => group?.engine.rejected ?? 0 },
  ];
  return (
    <DayFigure
      name="volume"
      words={t.statistics.volume}
      days={days}
      measures={measures}
      stack
      more={[
        { ...bars('other'), label: t.statistics.submitted, of: (group) => group?.submitted ?? 0 },
        { ...bars('other'), label: t.statistics.reported, of: (group) => group?.reported ?? 0 },
        { ...bars('other'), label: t.statistics.withdrawn, of: (group) => group?.deleted ?? 0 },
      ]}
    />
  );
}

export function Decisions(props: DayPlotsProps) {
  const days = useDays(props);
  return (
    <DayFigure
      name="decisions"
      words={t.statistics.decisions}
      days={days}
      stack
      measures={[
        { ...bars('approved'), of: (group) => group?.people.approved ?? 0 },
        { ...bars('held'), of: (group) => group?.people.held ?? 0 },
        { ...bars('rejected'), of: (group) => group?.people.rejected ?? 0 },
      ]}
      more={[
        {
          ...bars('other'),
          label: t.statistics.overturnedEngine,
          of: (group) => group?.engine.overturned ?? 0,
        },
        {
          ...bars('other'),
          label: t.statistics.overturnedPeople,
          of: (group) => group?.people.overturned ?? 0,
        },
      ]}
    />
  );
}

export function DecisionTimes(props: DayPlotsProps) {
  const days = useDays(props);
  const line = { kind: 'line' } as const;
  return (
    <DayFigure
      name="time-to-decision"
      words={t.statistics.times}
      days={days}
      seconds
      measures={[
        {
          ...line,
          label: t.statistics.median,
          colour: 'approved',
          of: (group) => group?.time_to_decision.p50_seconds ?? null,
        },
        {
          ...line,
          label: t.statistics.slow,
          colour: 'rejected',
          of: (group) => group?.time_to_decision.p95_seconds ?? null,
        },
      ]}
    />
  );
}

export function Appeals(props: DayPlotsProps) {
  const days = useDays(props);
  return (
    <DayFigure
      name="appeals"
      words={t.statistics.appeals}
      days={days}
      stack
      measures={[
        {
          label: t.statistics.upheld,
          colour: 'approved',
          kind: 'bars',
          of: (group) => group?.appeals.upheld ?? 0,
        },
        {
          label: t.statistics.overturned,
          colour: 'rejected',
          kind: 'bars',
          of: (group) => group?.appeals.overturned ?? 0,
        },
      ]}
      more={[
        { ...bars('other'), label: t.statistics.filed, of: (group) => group?.appeals.filed ?? 0 },
      ]}
    />
  );
}

const bars = (colour: 'approved' | 'held' | 'rejected' | 'other') =>
  ({ label: t.statistics.outcomes[colour], colour, kind: 'bars' }) as const;

interface DayFigureProps {
  readonly name: string;
  readonly words: { readonly heading: string; readonly told: string };
  readonly days: Days;
  readonly measures: readonly Measure[];
  /** Figures that the table has as well. */
  readonly more?: readonly Measure[];
  readonly stack?: boolean;
  readonly seconds?: boolean;
}

function DayFigure({ name, words, days, measures, more = [], ...rest }: DayFigureProps) {
  const { stack = false, seconds = false } = rest;
  const figureOf = seconds ? duration : count;
  const series = useMemo(() => seriesOf(days, measures), [days]);
  const first = days.days[0] ?? '';
  return (
    <Figure
      heading={words.heading}
      told={words.told}
      name={`${name}-${first}-${days.days.at(-1) ?? first}`}
      table={tableOf(days, [...measures, ...more])}
      show={(cell) => (typeof cell === 'number' ? figureOf(cell) : (cell ?? '–'))}
      empty={isEmpty(series)}
    >
      <Plot
        label={words.heading}
        places={days.days}
        nameOf={dayName}
        series={series}
        stack={stack}
        seconds={seconds}
        figureOf={figureOf}
      />
    </Figure>
  );
}
