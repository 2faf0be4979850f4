import { useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Claim, QueueItem } from '../../../openapi/types.js';
import { type Fate, movedOn, NO_OVERLAY, type Overlay, restored, withClaim, withFate } from './fates.js';
import type { Line } from './use-line.js';

/** A comment in the list, with what became of it since the list was read. */
export interface Row {
  readonly id: string;
  readonly item: QueueItem;
  readonly fate: Fate | null;
  readonly claim: Claim | null;
  /** As far as this page knows. */
  readonly version: number;
}

/** The list under the moderator’s hand: what is shown of it, and where they are. */
export interface Desk {
  readonly rows: readonly Row[];
  /** Whatever was in the list once, shown or not. */
  readonly known: ReadonlySet<string>;
  readonly at: Row | null;
  readonly index: number;
  select(id: string): void;
  /** Up or down by so many rows. */
  move(step: number): void;
  /** On to the next that still waits, for whoever is at this one. */
  moveOnFrom(id: string): void;
  setFate(id: string, fate: Fate | null): void;
  setClaim(id: string, claim: Claim | null): void;
  /** Its decision was taken back; it waits again, where it waited. */
  waitsAgain(id: string, version: number): void;
  /** The fate of a comment as it is now, for what comes back later. */
  fateOf(id: string): Fate | null;
}

/** Of this page: whoever comes back to the queue finds the comment that they were at. */
let whereOneWas: string | null = null;

export function useDesk(line: Line): Desk {
  const [overlay, setOverlay] = useState<Overlay>(NO_OVERLAY);
  // Newer than what is drawn: of one comment, several things may happen before that is drawn anew.
  const now = useRef(overlay);
  const change = (how: (before: Overlay) => Overlay): void => {
    now.current = how(now.current);
    setOverlay(now.current);
  };
  const [selected, setSelected] = useState(whereOneWas);
  const queries = useQueryClient();
  useLayoutEffect(() => {
    // A list that was read anew knows all of it.
    change(() => NO_OVERLAY);
    void queries.invalidateQueries({ queryKey: ['queue', 'counts'] });
  }, [line.as_of, queries]);
  const rows = useMemo(() => rowsOf(line.items, overlay), [line.items, overlay]);
  const known = useMemo(() => new Set(line.items.map(({ comment }) => comment.id)), [line.items]);
  const index = useIndex(rows, { selected, reading: line.as_of });
  const at = rows[index] ?? null;
  useLayoutEffect(() => {
    // Whoever was at a comment that left is at the next one from now on, wherever that goes.
    if (selected !== null && at !== null && at.id !== selected) setSelected(at.id);
  }, [selected, at?.id]);
  const select = (id: string): void => {
    whereOneWas = id;
    setSelected(id);
    change((before) => movedOn(before, id));
  };
  return {
    rows,
    known,
    at,
    index,
    select,
    move: (step) => {
      const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
      if (next !== undefined) select(next.id);
    },
    moveOnFrom: (id) => {
      const next = id === at?.id ? nextWaiting(rows, id) : null;
      if (next !== null) select(next.id);
    },
    setFate: (id, fate) => change((before) => withoutOwn(withFate(before, id, fate))),
    setClaim: (id, claim) => change((before) => withClaim(before, id, claim)),
    waitsAgain: (id, version) => change((before) => restored(before, id, version)),
    fateOf: (id) => now.current.fates.get(id) ?? null,
  };
}

interface Place {
  readonly selected: string | null;
  /** When the list was read. */
  readonly reading: string | null;
}

const NOWHERE: readonly Row[] = [];

/** Where one is: at what was selected or, if that has left the list, at what followed it. */
function useIndex(rows: readonly Row[], { selected, reading }: Place): number {
  const last = useRef({ reading, index: 0, rows: NOWHERE });
  // In a list that was read anew another order holds.
  const before = last.current.reading === reading ? last.current : { index: 0, rows: NOWHERE };
  const found = rows.findIndex(({ id }) => id === selected);
  const index = found < 0 ? indexAfter(before, rows) : found;
  last.current = { reading, index: Math.max(index, 0), rows };
  return index;
}

function indexAfter(before: { index: number; rows: readonly Row[] }, rows: readonly Row[]): number {
  if (before.rows.length === 0) return Math.min(0, rows.length - 1);
  const still = new Set(rows.map(({ id }) => id));
  const next = before.rows.slice(before.index).find(({ id }) => still.has(id));
  return next === undefined ? rows.length - 1 : rows.findIndex(({ id }) => id === next.id);
}

function rowsOf(items: readonly QueueItem[], overlay: Overlay): readonly Row[] {
  const { fates, claims, versions, gone } = overlay;
  return items.flatMap((item) => {
    const { id, version } = item.comment;
    if (gone.has(id)) return [];
    const claim = claims.get(id);
    return [
      {
        id,
        item,
        fate: fates.get(id) ?? null,
        claim: claim === undefined ? item.claim : claim,
        version: versions.get(id) ?? version,
      },
    ];
  });
}

/** What was decided here leaves at once; what others decided is read first. */
function withoutOwn(overlay: Overlay): Overlay {
  const over = [...overlay.fates].filter(
    ([id, fate]) => fate.kind === 'decided' && fate.mine && !overlay.gone.has(id),
  );
  if (over.length === 0) return overlay;
  return { ...overlay, gone: new Set([...overlay.gone, ...over.map(([id]) => id)]) };
}

function nextWaiting(rows: readonly Row[], id: string): Row | null {
  const at = rows.findIndex((row) => row.id === id);
  const waits = (row: Row): boolean => row.id !== id && row.fate === null;
  return rows.slice(at + 1).find(waits) ?? rows.slice(0, Math.max(at, 0)).findLast(waits) ?? null;
}
