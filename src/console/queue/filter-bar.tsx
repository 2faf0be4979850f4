import type { ComponentChildren } from 'preact';

import type { QueueCounts } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { FILTER_NAMES, type FilterChange, type Filters } from './filters.js';
import { TakeNext } from './take-next.js';

interface FilterBarProps {
  readonly filters: Filters;
  readonly counts: QueueCounts | undefined;
  readonly onChange: (change: FilterChange) => void;
}

const KINDS = ['', 'pending', 'reported'] as const;
/** Minutes. */
const AGES = [60, 240, 1_440, 10_080] as const;

/** What part of the queue is shown; it stands in the address. */
export function FilterBar({ filters, counts, onChange }: FilterBarProps) {
  const active = FILTER_NAMES.filter((name) => name !== 'kind' && filters[name] !== undefined);
  return (
    <div class="filter-bar">
      <div class="segments" role="group" aria-label={t.queue.filter.kind}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={(filters.kind ?? '') === kind}
            onClick={() => onChange({ kind })}
          >
            {t.queue.kinds[kind === '' ? 'all' : kind]}
            {kind !== '' && counts !== undefined && (
              <span class="segment-count">{count(counts[kind].count)}</span>
            )}
          </button>
        ))}
      </div>
      <div class="filter-line">
        <details class="filters">
          <summary>{t.queue.filter.heading(active.length)}</summary>
          <Fields filters={filters} counts={counts} onChange={onChange} />
        </details>
        <TakeNext filters={filters} onChange={onChange} />
      </div>
      {active.length > 0 && <Chips active={active} filters={filters} onChange={onChange} />}
    </div>
  );
}

function Fields({ filters, counts, onChange }: FilterBarProps) {
  const sections = counts?.pending.by_section.flatMap(({ section }) => section ?? []) ?? [];
  const age = filters.min_age ?? '';
  return (
    <div class="filter-fields">
      <Choice name="standard" value={filters.standard} onChange={onChange}>
        {Object.entries(t.standard).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="section" value={filters.section} onChange={onChange}>
        {[...new Set([...sections, ...(filters.section ?? '').split('\n')])]
          .filter((section) => section !== '')
          .map((section) => (
            <option key={section} value={section}>
              {section}
            </option>
          ))}
      </Choice>
      <Choice name="claimed" value={filters.claimed} onChange={onChange}>
        {(['none', 'mine', 'others'] as const).map((each) => (
          <option key={each} value={each}>
            {t.queue.claimed[each]}
          </option>
        ))}
      </Choice>
      <Choice name="min_age" value={String(age)} onChange={onChange}>
        {AGES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t.queue.filter.hours(minutes / 60)}
          </option>
        ))}
      </Choice>
      <Typed name="language" value={filters.language} onChange={onChange} />
      <Typed name="author" value={filters.author} onChange={onChange} />
      <Typed name="thread" value={filters.thread} onChange={onChange} />
      <Typed name="reason" value={filters.reason} onChange={onChange} />
    </div>
  );
}

interface FieldProps {
  readonly name: Exclude<keyof Filters, 'kind' | 'max_age'>;
  readonly value: string | undefined;
  readonly onChange: (change: FilterChange) => void;
}

function Choice({ name, value, onChange, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <label class="field">
      {t.queue.filter[name]}
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      >
        <option value="">{t.queue.filter.any}</option>
        {children}
      </select>
    </label>
  );
}

function Typed({ name, value, onChange }: FieldProps) {
  return (
    <label class="field">
      {t.queue.filter[name]}
      <input
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value.trim() })}
      />
    </label>
  );
}

interface ChipsProps {
  readonly active: readonly (keyof Filters)[];
  readonly filters: Filters;
  readonly onChange: (change: FilterChange) => void;
}

function Chips({ active, filters, onChange }: ChipsProps) {
  return (
    <ul class="chips">
      {active.map((name) => (
        <li key={name} class="chip">
          <span>
            {name === 'kind' || name === 'max_age' ? '' : t.queue.filter[name]}:{' '}
            <bdi>{shownValue(name, String(filters[name]))}</bdi>
          </span>
          <button
            type="button"
            aria-label={t.queue.filter.remove}
            onClick={() => onChange({ [name]: null })}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function shownValue(name: keyof Filters, value: string): string {
  if (name === 'standard') return t.standard[value as keyof typeof t.standard];
  if (name === 'claimed') return t.queue.claimed[value as keyof typeof t.queue.claimed];
  if (name === 'min_age') return t.queue.filter.hours(Number(value) / 60);
  return value;
}
