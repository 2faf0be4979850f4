import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import type { PolicyVersions } from '../../../../openapi/types.js';
import { answerOf, api } from '../../api/client.js';
import { Loading } from '../../parts/loading.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../strings/strings.js';
import { ChangeList } from '../changes/change-list.js';
import { usePolicyDesk } from '../policy-context.js';
import { RollBackDialog } from './roll-back-dialog.js';
import './versions.css';

type Version = PolicyVersions['data'][number];

/** Every policy that was in force, what differs between any two, and the way back to one. */
export function Screen() {
  const { inForce, mayChange } = usePolicyDesk();
  const [compared, compare] = useCompared(inForce.version);
  const [back, setBack] = useState<number | null>(null);
  const versions = useVersions(inForce.version);
  const shown = versions.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <div class="versions-columns">
      <div>
        {versions.error !== null && <Problem error={versions.error} />}
        <table class="versions">
          <caption class="for-readers">{t.policy.versions.list}</caption>
          <thead>
            <tr>
              <th scope="col">{t.policy.versions.from}</th>
              <th scope="col">{t.policy.versions.to}</th>
              <th scope="col">{t.policy.versions.version}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((version) => (
              <Row
                key={version.version}
                version={version}
                compared={compared}
                isInForce={version.version === inForce.version}
                onCompare={compare}
                onBack={mayChange ? setBack : null}
              />
            ))}
          </tbody>
        </table>
        <More {...versions} />
      </div>
      <Difference compared={compared} />
      {back !== null && <RollBackDialog version={back} onClose={() => setBack(null)} />}
    </div>
  );
}

interface Compared {
  readonly from: number;
  readonly to: number;
}

/** In the address bar; at first what the last change changed. */
function useCompared(latest: number): readonly [Compared, (change: Partial<Compared>) => void] {
  const [search, setSearch] = useSearchParams();
  const numberAt = (name: string, standing: number): number => {
    const number = Number(search.get(name) ?? '');
    return Number.isInteger(number) && number >= 1 ? number : standing;
  };
  const to = numberAt('to', latest);
  const compared = { from: numberAt('from', Math.max(1, to - 1)), to };
  const put = (change: Partial<Compared>): void =>
    setSearch(
      Object.entries({ ...compared, ...change }).map(([name, value]) => [name, String(value)]),
      { replace: true },
    );
  return [compared, put];
}

function useVersions(latest: number) {
  return useInfiniteQuery({
    queryKey: ['policy', 'versions', latest],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/policy/versions', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ next_cursor }) => (next_cursor === null ? null : Number(next_cursor)),
  });
}

interface RowProps {
  readonly version: Version;
  readonly compared: Compared;
  readonly isInForce: boolean;
  readonly onCompare: (change: Partial<Compared>) => void;
  readonly onBack: ((version: number) => void) | null;
}

function Row({ version: { version, created_at, created_by }, ...props }: RowProps) {
  const { compared, isInForce, onCompare, onBack } = props;
  const radio = (side: keyof Compared) => (
    <input
      type="radio"
      name={side}
      aria-label={t.policy.versions[side === 'from' ? 'compareFrom' : 'compareTo'](version)}
      checked={compared[side] === version}
      onChange={() => onCompare({ [side]: version })}
    />
  );
  const [first, last] = [compared.from, compared.to].sort((a, b) => a - b) as [number, number];
  const among = version >= first && version <= last;
  return (
    <tr class={among ? 'version-among' : undefined}>
      <td>{radio('from')}</td>
      <td>{radio('to')}</td>
      <th scope="row">
        <span class="version-name">{t.policy.versions.name(version)}</span>
        {isInForce && <span class="badge status-approved">{t.policy.versions.inForce}</span>}
        <p class="quiet small">
          <bdi>{created_by}</bdi>, <Moment time={created_at} />
        </p>
        {!isInForce && onBack !== null && (
          <button
            type="button"
            class="button button-plain button-small"
            aria-label={t.policy.versions.backOf(version)}
            onClick={() => onBack(version)}
          >
            {t.policy.versions.back}
          </button>
        )}
      </th>
    </tr>
  );
}

function Difference({ compared: { from, to } }: { readonly compared: Compared }) {
  const { data, error } = useQuery({
    queryKey: ['policy', 'diff', from, to],
    staleTime: Infinity,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/policy/versions/{version}/diff/{other}', {
          params: { path: { version: from, other: to } },
        }),
      ),
  });
  return (
    <section class="versions-difference" aria-live="polite">
      <h2>{t.policy.versions.difference(from, to)}</h2>
      {error !== null && <Problem error={error} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <ChangeList changes={data.changes} />}
    </section>
  );
}
