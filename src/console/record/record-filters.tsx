import { t } from '../strings/strings.js';
import type { FilterName, Filters, Kind } from './queries.js';

interface RecordFiltersProps {
  readonly filters: Filters;
  readonly onChange: (changed: Filters) => void;
}

const KINDS = Object.keys(t.acts.kinds) as readonly Kind[];

const MORE = ['actor', 'object', 'comment', 'author'] as const;

/** What part of the record is shown; it stands in the address. */
export function RecordFilters({ filters, onChange }: RecordFiltersProps) {
  return (
    <form
      class="record-filters"
      role="search"
      aria-label={t.record.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <label class="field">
        {t.record.filter.kind}
        <select
          value={filters.kind ?? ''}
          onChange={({ currentTarget }) => onChange({ kind: currentTarget.value })}
        >
          <option value="">{t.queue.filter.any}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.acts.kindNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <Typed name="from" filters={filters} onChange={onChange} />
      <Typed name="to" filters={filters} onChange={onChange} />
      <details class="record-filters-more" open={MORE.some((name) => filters[name] !== undefined)}>
        <summary>{t.record.more}</summary>
        <div class="record-filters-fields">
          {MORE.map((name) => (
            <Typed key={name} name={name} filters={filters} onChange={onChange} />
          ))}
        </div>
      </details>
    </form>
  );
}

interface TypedProps extends RecordFiltersProps {
  readonly name: Exclude<FilterName, 'kind'>;
}

function Typed({ name, filters, onChange }: TypedProps) {
  return (
    <label class="field">
      {t.record.filter[name]}
      <input
        type={name === 'from' || name === 'to' ? 'date' : 'text'}
        value={filters[name] ?? ''}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value.trim() })}
      />
    </label>
  );
}
