import { useLayoutEffect, useState } from 'preact/hooks';

import type { CommentFile, Decision, ListedComment } from '../../../openapi/types.js';
import { ConflictNote } from '../acts/conflict-note.js';
import { insisted } from '../acts/happened.js';
import { AuthorGlance } from '../comments/author-glance.js';
import { Complaints } from '../comments/complaints.js';
import { useHeld } from '../comments/held.js';
import { Findings } from '../comments/findings.js';
import { History } from '../comments/history.js';
import { Notes } from '../comments/notes.js';
import { Parent } from '../comments/parent.js';
import { Scores } from '../comments/scores.js';
import { ThreadLine } from '../comments/thread-line.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { FateLine } from './queue-row.js';
import { PriorityLine } from './priority-line.js';
import type { Acts } from './use-acts.js';
import type { Row } from './use-desk.js';
import './pane.css';

interface PaneProps {
  readonly row: Row;
  readonly file: CommentFile | undefined;
  readonly acts: Acts;
}

/** The comment that a moderator is at, with all that a decision rests on. */
export function Pane({ row, file, acts }: PaneProps) {
  const { item } = row;
  const comment = shownOf(row, file);
  const decisions = file?.decisions ?? [];
  return (
    <div class="pane-columns">
      <article class="pane-main" aria-labelledby="pane-heading">
        <Header row={row} comment={comment} />
        <Happened row={row} acts={acts} />
        <Held row={row} />
        {comment.parent_id !== null && <Parent id={comment.parent_id} />}
        <Text key={row.id} comment={comment} />
        <Complaints file={file} />
        <Notes about={{ kind: 'comment', id: row.id }} notes={file?.notes} onAdd={acts.note} />
        {decisions.length > 0 && <Decisions decisions={decisions} onUndo={acts.undoDecision} />}
      </article>
      <aside class="pane-side" aria-label={t.queue.side}>
        <AuthorGlance author={item.comment.author} comment={row.id} />
        <section>
          <h2 class="side-heading">{t.scores.heading}</h2>
          <Scores id={row.id} />
        </section>
        <section>
          <h2 class="side-heading">{t.priority.heading}</h2>
          <PriorityLine priority={item.priority} />
        </section>
      </aside>
    </div>
  );
}

/** The newest of it that this page has: the file once that is here, before it the row. */
export function shownOf({ item }: Row, file: CommentFile | undefined): ListedComment {
  return file !== undefined && file.version >= item.comment.version ? file : item.comment;
}

interface HeaderProps {
  readonly row: Row;
  readonly comment: ListedComment;
}

function Header({ row: { item, claim, fate }, comment }: HeaderProps) {
  const held = useHeld(claim);
  return (
    <header class="pane-header">
      <ThreadLine thread={comment.thread} />
      <h2 id="pane-heading" class="pane-author">
        <bdi>{comment.author.name}</bdi>
      </h2>
      <p class="pane-told">
        <Moment time={comment.created_at} />
        {comment.edited_at !== null && (
          <span>
            {t.comment.edited} <Ago time={comment.edited_at} />
          </span>
        )}
        {comment.locale !== null && <bdi class="tag">{comment.locale}</bdi>}
        {item.kinds.includes('reported') && comment.status === 'approved' && (
          <span class="tag tag-hold">{t.queue.visible}</span>
        )}
        {held !== null && fate === null && (
          <span class={held.mine ? 'tag tag-mine' : 'tag tag-claimed'}>
            {held.mine ? t.queue.mineUntil : t.queue.heldBy}{' '}
            {held.mine ? <Moment time={held.expires_at} /> : <bdi>{held.key_name}</bdi>}
          </span>
        )}
      </p>
    </header>
  );
}

/** What others did meanwhile, or what stood in the way of a decision. */
function Happened({ row: { fate, id }, acts }: Pick<PaneProps, 'row' | 'acts'>) {
  if (fate === null) return null;
  if (fate.kind === 'conflict') {
    const { conflict } = fate;
    return (
      <ConflictNote
        conflict={conflict}
        onInsist={() => acts.insist(insisted(conflict))}
        onLeave={() => acts.leave(id)}
      />
    );
  }
  return (
    <p class="pane-fate" role="status">
      <FateLine fate={fate} />
    </p>
  );
}

/** What put it here beside findings and reports, in the service’s words. */
function Held({ row: { item, fate } }: Pick<PaneProps, 'row'>) {
  const held = item.reasons.filter(({ kind }) => kind === 'held');
  if (fate !== null || held.length === 0) return null;
  return (
    <p class="pane-held">
      {held.map(({ message, reason, decision_id }) => (
        <span key={decision_id}>
          {message} {reason !== null && <q>{reason}</q>}
        </span>
      ))}
    </p>
  );
}

function Text({ comment }: { readonly comment: ListedComment }) {
  const [lit, setLit] = useState<number | null>(null);
  useLayoutEffect(() => setLit(null), [comment.version]);
  const { findings } = comment;
  return (
    <>
      <div class="pane-text">
        <MarkedText text={comment.body} findings={findings} lit={lit} onLit={setLit} />
      </div>
      <Findings findings={findings} lit={lit} onLit={setLit} />
    </>
  );
}

interface DecisionsProps {
  readonly decisions: readonly Decision[];
  readonly onUndo: (decision: Decision) => void;
}

function Decisions({ decisions, onUndo }: DecisionsProps) {
  return (
    <section aria-labelledby="decisions-heading">
      <h2 id="decisions-heading" class="pane-heading">
        {t.history.heading}
      </h2>
      <History decisions={decisions} onUndo={onUndo} />
    </section>
  );
}
