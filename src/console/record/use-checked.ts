import { useEffect, useState } from 'preact/hooks';

import type { AuditEntry } from '../../../openapi/types.js';
import { useSession } from '../api/use-session.js';
import { canCheck, type Checked, checkedEntries } from './chain.js';

/** What this browser found of the entries shown; null until it has, and where it cannot. */
export function useChecked(entries: readonly AuditEntry[]): ReadonlyMap<number, Checked> | null {
  const siteId = useSession().session?.site.id ?? '';
  const [checked, setChecked] = useState<ReadonlyMap<number, Checked> | null>(null);
  const last = entries.at(-1)?.hash;
  useEffect(() => {
    let over = false;
    setChecked(null);
    if (!canCheck() || entries.length === 0) return undefined;
    void checkedEntries(siteId, entries).then((found) => {
      if (!over) setChecked(found);
    });
    return () => {
      over = true;
    };
  }, [siteId, entries[0]?.hash, last, entries.length]);
  return checked;
}
