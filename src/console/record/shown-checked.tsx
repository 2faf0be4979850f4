import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import { canCheck, type Checked } from './chain.js';

interface ShownCheckedProps {
  readonly count: number;
  /** Null until this browser has checked them. */
  readonly checked: ReadonlyMap<number, Checked> | null;
}

/** What this browser can say by itself of the entries that it shows. */
export function ShownChecked({ count: shown, checked }: ShownCheckedProps) {
  if (!canCheck()) return <p class="quiet small">{t.record.cannotCheck}</p>;
  const found = [...(checked?.values() ?? [])];
  const bad = found.filter(({ said, follows }) => !said || follows === false).length;
  const joined = found.filter(({ follows }) => follows === true).length;
  const told =
    checked === null
      ? t.record.checking
      : bad > 0
        ? t.record.shownBad(bad, count(bad))
        : t.record.shownGood(count(shown), count(joined));
  return (
    <p class={bad > 0 ? 'problem' : 'quiet small'} role="status">
      {told}
    </p>
  );
}
