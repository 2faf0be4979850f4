import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { answerOf, api } from '../api/client.js';
import { useLive } from '../api/live.js';
import { useCommentFile, useCommentsAhead } from '../comments/queries.js';
import { FirstRun } from '../first-run/first-run.js';
import { Loading } from '../parts/loading.js';
import { Problem } from '../parts/problem.js';
import { useShortcuts } from '../parts/shortcuts.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { ActionBar } from './action-bar.js';
import { BulkBar } from './bulk-bar.js';
import { Dialogs } from './dialogs.js';
import { FilterBar } from './filter-bar.js';
import { type Filters, useFilters } from './filters.js';
import { Pane } from './pane.js';
import { QueueList } from './queue-list.js';
import { type Acts, useActs } from './use-acts.js';
import { type Deciding, useDeciding } from './use-deciding.js';
import { type Desk, useDesk } from './use-desk.js';
import { type Line, useLine } from './use-line.js';
import { useNewcomers } from './use-new.js';
import { useOthers } from './use-others.js';
import { useQueueCounts } from './use-queue-counts.js';
import { type Selection, useSelection } from './use-selection.js';
import './queue.css';

/** The desk: what waits at the left, the one that a moderator is at beside it. */
export function Screen() {
  useTitle(t.nav.queue);
  const [filters, changeFilters] = useFilters();
  const line = useLine(filters);
  const desk = useDesk(line);
  const selection = useSelection(desk.rows);
  const counts = useQueueCounts();
  const [opened, setOpened] = useState(false);
  const deciding = useDeciding(desk);
  useOthers(desk);
  const pane = useRef<HTMLElement>(null);
  const open = (id: string): void => {
    desk.select(id);
    setOpened(true);
  };
  useLayoutEffect(() => {
    // On a phone the list makes room for the comment, and with it goes what had the focus.
    if (opened && matchMedia('(width < 48rem)').matches) pane.current?.focus();
  }, [opened]);
  // Also when nothing is left to look at.
  useShortcuts({ u: deciding.undoLast });
  if (line.as_of === null && line.error === null) return <Loading />;
  return (
    <div class={opened && desk.at !== null ? 'queue queue-opened' : 'queue'}>
      {/* Of the page, also where a phone shows the comment alone. */}
      <h1 class="for-readers">{t.nav.queue}</h1>
      <section class="queue-side" aria-label={t.nav.queue}>
        <FilterBar filters={filters} counts={counts.data} onChange={changeFilters} />
        <NewPill filters={filters} line={line} desk={desk} />
        <QueueList line={line} desk={desk} selection={selection} onOpen={open} />
        {line.moreError !== null && <Problem error={line.moreError} onRetry={line.fetchMore} />}
        <BulkBar selection={selection} filters={filters} onDone={line.renew} />
      </section>
      <section class="queue-pane" aria-label={t.queue.pane} tabIndex={-1} ref={pane}>
        {opened && (
          <button type="button" class="button queue-back" onClick={() => setOpened(false)}>
            {t.queue.back}
          </button>
        )}
        {line.error !== null && (
          <div class="page">
            <Problem error={line.error} onRetry={line.renew} />
          </div>
        )}
        {line.error === null && desk.at === null && <Empty filters={filters} line={line} />}
        {line.error === null && <Here {...{ desk, deciding, selection }} />}
      </section>
    </div>
  );
}

interface HereProps {
  readonly desk: Desk;
  readonly deciding: Deciding;
  readonly selection: Selection;
}

function Here({ desk, deciding, selection }: HereProps) {
  const row = desk.at;
  const file = useCommentFile(row?.id ?? null).data;
  const acts = useActs({ desk, deciding, file });
  const ahead = useCommentsAhead();
  const next = desk.rows[desk.index + 1]?.id;
  useLayoutEffect(() => {
    if (next !== undefined && file !== undefined) ahead(next);
  }, [next, file?.id]);
  useKeys({ desk, selection, acts });
  return (
    <>
      {row !== null && (
        <>
          <Pane key={row.id} row={row} file={file} acts={acts} />
          <ActionBar row={row} acts={acts} onUndo={deciding.undoLast} />
        </>
      )}
      <Dialogs acts={acts} />
    </>
  );
}

interface ActsProps {
  readonly acts: Acts;
}

function useKeys({ desk, selection, acts }: Omit<HereProps, 'deciding'> & ActsProps): void {
  const tick = (through: boolean): void => {
    if (desk.at !== null) selection.toggle(desk.at.id, through);
  };
  useShortcuts({
    j: () => desk.move(1),
    k: () => desk.move(-1),
    a: acts.approve,
    r: () => acts.open('reject'),
    b: () => acts.open('block'),
    c: acts.claim,
    n: acts.note,
    o: acts.openThread,
    x: () => tick(false),
    X: () => tick(true),
    '?': () => acts.open('help'),
  });
}

interface NewPillProps {
  readonly filters: Filters;
  readonly line: Line;
  readonly desk: Desk;
}

/** How many came in; they join the list when a moderator wants them to. */
function NewPill({ filters, line, desk }: NewPillProps) {
  const { count, more } = useNewcomers(filters, line.as_of, desk.known);
  const nothing = desk.rows.length === 0;
  useLayoutEffect(() => {
    // Where nothing is under the hand, nothing is moved.
    if (nothing && count > 0) line.renew();
  }, [nothing, count]);
  return (
    <div class="new-pill" role="status">
      {count > 0 && (
        <button type="button" class="button button-first" onClick={line.renew}>
          {t.queue.newcomers(count, more)}
        </button>
      )}
    </div>
  );
}

interface EmptyProps {
  readonly filters: Filters;
  readonly line: Line;
}

/** Nothing waits; where no comment ever came, how the first one does. */
function Empty({ filters, line: { loading } }: EmptyProps) {
  const queries = useQueryClient();
  useLive(({ type }) => {
    if (type === 'comment.submitted') void queries.invalidateQueries({ queryKey: ['any-comment'] });
  });
  const { data } = useQuery({
    queryKey: ['any-comment'],
    queryFn: async () => answerOf(api.GET('/v1/comments', { params: { query: { limit: 1 } } })),
  });
  if (loading || data === undefined) return <Loading />;
  if (data.data.length === 0) return <FirstRun />;
  const filtered = Object.keys(filters).length > 0;
  return (
    <div class="empty queue-empty">
      <h2>{filtered ? t.queue.nothingFits : t.queue.nothingWaits}</h2>
      <p>{filtered ? t.queue.nothingFitsTold : t.queue.nothingWaitsTold}</p>
    </div>
  );
}
