import { useId } from 'preact/hooks';

import { t } from '../strings/strings.js';
import { LENGTHS, type Range } from './use-range.js';

interface RangeFormProps {
  readonly range: Range;
  readonly onChange: (change: Partial<Record<'days' | 'first' | 'last' | 'zone', string>>) => void;
}

/** The days that are looked at, and whose midnight they begin at. */
export function RangeForm({ range: { days, first, last, zone }, onChange }: RangeFormProps) {
  const id = useId();
  return (
    <div class="range">
      <div class="choice" role="group" aria-label={t.statistics.period}>
        {LENGTHS.map((length) => (
          <button
            key={length}
            type="button"
            aria-pressed={days === length}
            onClick={() => onChange({ days: String(length), first: '', last: '' })}
          >
            {t.statistics.days(length)}
          </button>
        ))}
      </div>
      <input
        type="date"
        aria-label={t.statistics.first}
        value={first}
        max={last}
        onChange={({ currentTarget }) =>
          currentTarget.value !== '' && onChange({ first: currentTarget.value, last })
        }
      />
      <span class="quiet">–</span>
      <input
        type="date"
        aria-label={t.statistics.last}
        value={last}
        min={first}
        onChange={({ currentTarget }) =>
          currentTarget.value !== '' && onChange({ first, last: currentTarget.value })
        }
      />
      <input
        class="range-zone"
        aria-label={t.statistics.zone}
        title={t.statistics.zone}
        list={id}
        defaultValue={zone}
        onChange={({ currentTarget }) => onChange({ zone: currentTarget.value.trim() })}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </div>
  );
}
