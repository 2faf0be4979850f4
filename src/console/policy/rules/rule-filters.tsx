import { t } from '../../strings/strings.js';
import { SHOWN } from './use-filters.js';
import { useFilters } from './use-filters.js';

/** A search among the rules, and which of them are shown. */
export function RuleFilters() {
  const [filters, put] = useFilters();
  return (
    <search class="policy-filters">
      <input
        type="search"
        aria-label={t.policy.find}
        placeholder={t.policy.find}
        value={filters.find}
        onInput={({ currentTarget }) => put({ find: currentTarget.value })}
      />
      <div class="choice" role="group" aria-label={t.policy.shown}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={filters.show === each}
            onClick={() => put({ show: each })}
          >
            {t.policy.show[each]}
          </button>
        ))}
      </div>
    </search>
  );
}
