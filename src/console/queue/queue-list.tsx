import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../strings/strings.js';
import { QueueRow } from './queue-row.js';
import type { Desk } from './use-desk.js';
import type { Line } from './use-line.js';
import type { Selection } from './use-selection.js';
import { useVirtualRows } from './use-virtual-rows.js';

const ROW_PIXELS = 96;
/** The next page is asked for when so few rows are left below. */
const AHEAD_ROWS = 40;

interface QueueListProps {
  readonly line: Line;
  readonly desk: Desk;
  readonly selection: Selection;
  /** Whether a key moved the place, so that the row is to have the focus. */
  readonly onOpen: (id: string) => void;
}

/** The queue, of which only the rows in sight are in the page, however long it is. */
export function QueueList({ line, desk, selection, onOpen }: QueueListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, index, at } = desk;
  const kept = index;
  const virtual = useVirtualRows({ count: rows.length, height: ROW_PIXELS, scroller, kept });
  const id = at?.id ?? null;
  useLayoutEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only when one moves: what else changes leaves the list where it stands.
  }, [id]);
  // What is drawn follows a held key only as frames come.
  const last = Math.max(index, virtual.getVirtualItems().at(-1)?.index ?? 0);
  const { more, fetchMore } = line;
  useLayoutEffect(() => {
    if (more && last > rows.length - AHEAD_ROWS) fetchMore();
  }, [more, last, rows.length]);
  useFocusThatFollows(scroller, id);
  useAnchor(scroller, desk);
  return (
    <div
      class="queue-list"
      ref={scroller}
      role="group"
      aria-label={t.queue.list}
      onKeyDown={(event) => moveByArrow(event, desk)}
    >
      <ul class="queue-rows" style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ index: place, start, key }) => {
          const row = rows[place];
          if (row === undefined) return null;
          return (
            <li
              key={row.id}
              class="queue-place"
              style={{ transform: `translateY(${start}px)`, blockSize: `${ROW_PIXELS}px` }}
              aria-setsize={rows.length}
              aria-posinset={Number(key) + 1}
            >
              <QueueRow
                row={row}
                here={row.id === id}
                checked={selection.has(row.id)}
                onOpen={() => onOpen(row.id)}
                onCheck={(through) => selection.toggle(row.id, through)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Within the list alone: elsewhere arrows scroll what is read. */
function moveByArrow(event: KeyboardEvent, desk: Desk): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  desk.move(step);
}

/** Where a row has the focus, the row that one moves to gets it. */
function useFocusThatFollows(
  scroller: { readonly current: HTMLElement | null },
  id: string | null,
): void {
  const had = useRef(false);
  const list = scroller.current;
  if (list !== null) {
    const { activeElement } = document;
    // What was asked in a dialog was asked about the row.
    const inside = activeElement?.closest('dialog') ?? list.contains(activeElement);
    had.current = activeElement === document.body || Boolean(inside);
  }
  useLayoutEffect(() => {
    if (!had.current || id === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
  }, [id, scroller]);
}

/** Rows that leave the list above the moderator’s place do not move it. */
function useAnchor(scroller: { readonly current: HTMLElement | null }, desk: Desk): void {
  const before = useRef({ id: '', index: 0 });
  const { at, index } = desk;
  const id = at?.id ?? '';
  useLayoutEffect(() => {
    const list = scroller.current;
    const { id: lastId, index: lastIndex } = before.current;
    if (list !== null && id === lastId && index < lastIndex && list.scrollTop > 0) {
      list.scrollTop -= (lastIndex - index) * ROW_PIXELS;
    }
    before.current = { id, index };
  }, [id, index, scroller]);
}
