import type { Claim, QueueItem } from '../../../openapi/types.js';
import type { Conflict } from '../acts/happened.js';
import { useHeld } from '../comments/held.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { count } from '../strings/times.js';
import type { Fate } from './fates.js';
import type { Row } from './use-desk.js';
import './queue-row.css';

const EXCERPT = 180;

interface QueueRowProps {
  readonly row: Row;
  readonly here: boolean;
  readonly checked: boolean;
  readonly onOpen: () => void;
  /** `through`: all from the last one that was checked to this one. */
  readonly onCheck: (through: boolean) => void;
}

/** One comment of the queue in the list. */
export function QueueRow({ row, here, checked, onOpen, onCheck }: QueueRowProps) {
  const { item, fate, claim } = row;
  const { comment } = item;
  const over = fate?.kind === 'decided' || fate?.kind === 'sending';
  return (
    <div class={`row row-${severityOf(item)}${here ? ' row-here' : ''}${over ? ' row-over' : ''}`}>
      <label class="row-check">
        <input
          type="checkbox"
          checked={checked}
          onClick={(event) => onCheck(event.shiftKey)}
          aria-label={t.queue.check(comment.author.name)}
        />
      </label>
      <button
        type="button"
        class="row-open"
        data-id={row.id}
        aria-current={here ? 'true' : undefined}
        onClick={(event) => (event.shiftKey ? onCheck(true) : onOpen())}
      >
        <span class="row-top">
          <bdi class="row-author">{comment.author.name}</bdi>
          <span class="row-age">
            <Ago time={item.waiting_since} />
          </span>
        </span>
        <span class="row-text">
          <MarkedText text={comment.body} findings={comment.findings} lengthMax={EXCERPT} plain />
        </span>
        <span class="row-foot">
          {fate === null ? <Why item={item} /> : <FateLine fate={fate} />}
          {fate === null && <ClaimLine claim={claim} />}
        </span>
      </button>
    </div>
  );
}

/** The worst that rules found, for the colour at the edge. */
function severityOf({ comment, kinds }: QueueItem): 'reject' | 'hold' | 'approve' {
  if (comment.findings.some(({ action }) => action === 'reject')) return 'reject';
  return kinds.includes('pending') ? 'hold' : 'approve';
}

/** Why it is here, shortest first: the standards that it may break, and how many complained. */
function Why({ item: { reasons } }: { readonly item: QueueItem }) {
  const standards = [...new Set(reasons.flatMap(({ standard }) => standard ?? []))];
  const reports = reasons
    .filter(({ kind }) => kind === 'reported')
    .reduce((sum, reason) => sum + (reason.count ?? 0), 0);
  return (
    <>
      {reasons.some(({ kind }) => kind === 'notice') && (
        <span class="tag tag-reject">{t.queue.notice}</span>
      )}
      {reports > 0 && <span class="tag tag-hold">{t.queue.reports(reports, count(reports))}</span>}
      {standards.map((standard) => (
        <span key={standard} class="tag">
          {t.standard[standard]}
        </span>
      ))}
      {reports === 0 && reasons.some(({ kind }) => kind === 'held') && (
        <span class="tag">{t.queue.held}</span>
      )}
    </>
  );
}

export function FateLine({ fate }: { readonly fate: Fate }) {
  if (fate.kind === 'sending') return <span class="tag">{t.queue.sending[fate.action]}</span>;
  if (fate.kind === 'edited') return <span class="tag tag-hold">{t.queue.edited}</span>;
  if (fate.kind === 'conflict') return <ConflictLine conflict={fate.conflict} />;
  const { status, by, mine, at } = fate;
  return (
    <span class={`tag tag-${status}`}>
      {t.status[status]}
      {!mine && by !== null && (
        <>
          {' '}
          {t.queue.by} <bdi>{by}</bdi>
        </>
      )}{' '}
      · <Ago time={at} />
    </span>
  );
}

function ConflictLine({ conflict: { code } }: { readonly conflict: Conflict }) {
  const claimed = code === 'claimed_by_another';
  return (
    <span class="tag tag-hold">{claimed ? t.conflict.taken : t.conflict.heading}</span>
  );
}

function ClaimLine({ claim }: { readonly claim: Claim | null }) {
  const held = useHeld(claim);
  if (held === null) return null;
  return (
    <span class={held.mine ? 'tag tag-mine' : 'tag tag-claimed'}>
      {held.mine ? t.queue.mine : <bdi>{held.key_name}</bdi>}
    </span>
  );
}
