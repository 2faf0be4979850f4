import { useMemo, useRef, useState } from 'preact/hooks';

import type { Row } from './use-desk.js';

/** What a moderator has ticked in the list, to decide about all of it at once. */
export interface Selection {
  readonly size: number;
  readonly rows: readonly Row[];
  has(id: string): boolean;
  /** `through`: all from the one that was ticked last. */
  toggle(id: string, through?: boolean): void;
  clear(): void;
}

/** As many as the API decides about at once. */
export const SELECTED_MAX = 500;

export function useSelection(rows: readonly Row[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const toggle = (id: string, through = false): void => {
    const next = new Set(ids);
    if (through && last.current !== null) {
      for (const each of between(rows, last.current, id)) next.add(each);
    } else if (!next.delete(id)) next.add(id);
    last.current = id;
    setIds(new Set([...next].slice(0, SELECTED_MAX)));
  };
  return {
    size: chosen.length,
    rows: chosen,
    has: (id) => ids.has(id),
    toggle,
    clear: () => setIds(new Set()),
  };
}

function between(rows: readonly Row[], one: string, other: string): readonly string[] {
  const places = [one, other].map((id) => rows.findIndex((row) => row.id === id));
  const [from = 0, to = 0] = places.toSorted((a, b) => a - b);
  return rows.slice(Math.max(from, 0), to + 1).map(({ id }) => id);
}
