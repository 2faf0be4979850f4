import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';

import type { Statistics } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { count, duration } from '../strings/times.js';
import { Figure } from './figure.js';
import type { Range } from './use-range.js';

const GROUPS = ['thread', 'section', 'standard', 'moderator'] as const;
type GroupBy = (typeof GROUPS)[number];
type Group = Statistics['data'][number];

const SHOWN_MAX = 200;
const ROWS_DRAWN = 20;
const STANDARDS: Readonly<Record<string, string>> = t.standard;

interface BreakdownProps {
  readonly range: Range;
  readonly onGroup: (group: string) => void;
}

/** The same counts by where, what or who. */
export function Breakdown({ range: { from, to, zone }, onGroup }: BreakdownProps) {
  const [search] = useSearchParams();
  const by: GroupBy = GROUPS.find((each) => each === search.get('group')) ?? 'thread';
  const { data, error } = useQuery({
    queryKey: ['statistics', by, from, to, zone],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/statistics', {
          params: { query: { from, to, timezone: zone, group: by, limit: SHOWN_MAX } },
        }),
      ),
  });
  const groups = data?.group === by ? data.data : [];
  return (
    <div class="breakdown">
      <div class="choice" role="group" aria-label={t.statistics.groupBy}>
        {GROUPS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={by === each}
            onClick={() => onGroup(each === 'thread' ? '' : each)}
          >
            {t.statistics.groups[each]}
          </button>
        ))}
      </div>
      {error !== null && <Problem error={error} />}
      <Figure
        heading={t.statistics.by[by]}
        told={
          by === 'moderator'
            ? t.statistics.moderatorTold
            : t.statistics.byTold(groups.length, data?.group_count ?? 0)
        }
        name={`by-${by}`}
        table={tableOf(by, groups)}
        show={(cell, column) => {
          if (typeof cell !== 'number') return cell ?? '–';
          return column === MEDIAN_COLUMN ? duration(cell) : count(cell);
        }}
        empty={groups.length === 0}
      >
        <Bars by={by} groups={groups.slice(0, ROWS_DRAWN)} />
        <ul class="plot-key small" aria-hidden="true">
          {PARTS.map((part) => (
            <li key={part} class={`plot-${part}`}>
              {t.statistics.outcomes[part]}
            </li>
          ))}
        </ul>
      </Figure>
    </div>
  );
}

const MEDIAN_COLUMN = 11;

function tableOf(by: GroupBy, groups: readonly Group[]) {
  const { engineWords, peopleWords } = t.statistics;
  return {
    columns: [
      t.statistics.groups[by],
      t.statistics.submitted,
      engineWords.approved,
      engineWords.held,
      engineWords.rejected,
      peopleWords.approved,
      peopleWords.rejected,
      t.statistics.overturnedPeople,
      t.statistics.reported,
      t.statistics.upheld,
      t.statistics.overturned,
      t.statistics.median,
    ],
    rows: groups.map((group) => [
      nameOf(by, group),
      group.submitted,
      group.engine.approved,
      group.engine.held,
      group.engine.rejected,
      group.people.approved,
      group.people.rejected,
      group.people.overturned,
      group.reported,
      group.appeals.upheld,
      group.appeals.overturned,
      group.time_to_decision.p50_seconds,
    ]),
  };
}

function nameOf(by: GroupBy, { key, name }: Group): string {
  if (by === 'standard') return STANDARDS[key ?? ''] ?? key ?? '';
  return name ?? key ?? t.statistics.noSection;
}

function Bars({ by, groups }: { readonly by: GroupBy; readonly groups: readonly Group[] }) {
  const sums = groups.map((group) => (by === 'moderator' ? group.people : group.engine));
  const sizes = sums.map(({ approved, held, rejected }) => approved + held + rejected);
  const most = Math.max(1, ...sizes);
  return (
    <ul class="bars">
      {groups.map((group, index) => (
        <li key={group.key}>
          <span class="bars-name">
            {by === 'thread' && group.key !== null ? (
              <Link href={`/threads/${group.key}`}>
                <bdi>{nameOf(by, group)}</bdi>
              </Link>
            ) : (
              <bdi>{nameOf(by, group)}</bdi>
            )}
          </span>
          <Bar sums={sums[index] ?? NONE} most={most} />
        </li>
      ))}
    </ul>
  );
}

const NONE = { approved: 0, held: 0, rejected: 0 };
const PARTS = ['approved', 'held', 'rejected'] as const;

function Bar({ sums, most }: { readonly sums: typeof NONE; readonly most: number }) {
  const bar = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    for (const [index, part] of PARTS.entries()) {
      const element = bar.current?.children[index];
      if (element instanceof HTMLElement) element.style.width = `${(100 * sums[part]) / most}%`;
    }
  }, [sums, most]);
  return (
    <>
      <span ref={bar} class="bars-bar" aria-hidden="true">
        {PARTS.map((part) => (
          <span key={part} class={`plot-fill-${part}`} />
        ))}
      </span>
      <span class="bars-figures">
        {PARTS.map((part) => (
          <span key={part}>
            <span class="for-readers">{t.statistics.outcomes[part]} </span>
            {count(sums[part])}
          </span>
        ))}
      </span>
    </>
  );
}
