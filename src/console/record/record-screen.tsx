import { useMemo } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import { useMay } from '../api/use-session.js';
import { Loading } from '../parts/loading.js';
import { More } from '../parts/more.js';
import { Problem } from '../parts/problem.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { Entry } from './entry.js';
import { Head } from './head.js';
import { type Filters, filtersIn, useEntryPages } from './queries.js';
import { RecordFilters } from './record-filters.js';
import { ShownChecked } from './shown-checked.js';
import { useChecked } from './use-checked.js';
import { Verify } from './verify.js';
import './record.css';

/** Who did what, and that nothing of it was changed afterwards. */
export function Screen() {
  useTitle(t.nav.audit);
  const [address, setAddress] = useSearchParams();
  const written = address.toString();
  const filters = useMemo(() => filtersIn(new URLSearchParams(written)), [written]);
  const admin = useMay('admin');
  return (
    <div class="page record">
      <header class="page-header">
        <h1>{t.nav.audit}</h1>
        <p class="quiet">{t.record.told}</p>
      </header>
      <section class="card record-proof" aria-labelledby="record-proof">
        <h2 id="record-proof">{t.record.proof}</h2>
        <Head />
        {admin && <Verify />}
      </section>
      <RecordFilters
        filters={filters}
        onChange={(changed) => setAddress({ ...withoutEmpty({ ...filters, ...changed }) })}
      />
      <Entries filters={filters} />
    </div>
  );
}

function withoutEmpty(filters: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

function Entries({ filters }: { readonly filters: Filters }) {
  const pages = useEntryPages(filters);
  const entries = useMemo(() => pages.data?.pages.flatMap(({ data }) => data) ?? [], [pages.data]);
  const checked = useChecked(entries);
  const problem = pages.error !== null && (
    <Problem error={pages.error} onRetry={() => void pages.refetch()} />
  );
  if (pages.data === undefined) return problem || <Loading />;
  if (entries.length === 0) return problem || <p class="empty">{t.record.none}</p>;
  return (
    <section aria-labelledby="record-entries">
      {problem}
      <h2 id="record-entries" class="for-readers">
        {t.record.entries}
      </h2>
      <ShownChecked count={entries.length} checked={checked} />
      <ol class="record-entries">
        {entries.map((entry) => (
          <Entry
            key={entry.sequence}
            entry={entry}
            checked={checked?.get(entry.sequence) ?? null}
          />
        ))}
      </ol>
      <More {...pages} />
    </section>
  );
}
