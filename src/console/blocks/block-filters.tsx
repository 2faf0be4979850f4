import { t } from '../strings/strings.js';
import { BLOCK_KINDS, type BlockFilters, type BlockKind } from './queries.js';

interface BlockFiltersBarProps {
  readonly filters: BlockFilters;
  readonly onChange: (changed: Partial<BlockFilters>) => void;
}

export function BlockFiltersBar({ filters, onChange }: BlockFiltersBarProps) {
  return (
    <div class="block-filters">
      <select
        aria-label={t.blocks.kindName}
        value={filters.kind ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ kind: currentTarget.value === '' ? null : (currentTarget.value as BlockKind) })
        }
      >
        <option value="">{t.blocks.anyKind}</option>
        {BLOCK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t.blocks.kinds[kind]}
          </option>
        ))}
      </select>
      <label class="check">
        <input
          type="checkbox"
          checked={filters.past}
          onChange={({ currentTarget }) => onChange({ past: currentTarget.checked })}
        />
        {t.blocks.past}
      </label>
    </div>
  );
}
