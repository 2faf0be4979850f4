import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';

import type { CommentFile } from '../../../openapi/types.js';
import { BlockDialog } from '../acts/block-dialog.js';
import { ConflictNote } from '../acts/conflict-note.js';
import { NoteDialog } from '../acts/note-dialog.js';
import { RejectDialog } from '../acts/reject-dialog.js';
import { type PageActs, usePageActs } from '../acts/use-page-acts.js';
import { eventData } from '../api/event-data.js';
import { useLive } from '../api/live.js';
import { AuthorGlance } from '../comments/author-glance.js';
import { Complaints } from '../comments/complaints.js';
import { Findings } from '../comments/findings.js';
import { useHeld } from '../comments/held.js';
import { History } from '../comments/history.js';
import { Notes } from '../comments/notes.js';
import { Parent } from '../comments/parent.js';
import { useCommentFile } from '../comments/queries.js';
import { Scores } from '../comments/scores.js';
import { ThreadLine } from '../comments/thread-line.js';
import { StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { PageOf } from '../parts/page-of.js';
import { useShortcuts } from '../parts/shortcuts.js';
import { tell } from '../parts/toasts.js';
import { useOwnAddress } from '../parts/use-own-address.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { Revisions } from './revisions.js';
import { AnsweredNotices, Appeals, StatementOfReasons } from './rights.js';
import { Submitted } from './submitted.js';
import '../queue/pane.css';
import './comment.css';

/** Everything on record about one comment. */
export function Screen() {
  const { id } = useParams<{ id: string }>();
  const query = useCommentFile(id);
  const { data } = query;
  const acts = usePageActs(data);
  useLive((event) => {
    if (eventData(event).comment_id === data?.id) acts.refresh();
  });
  useOwnAddress('/comments', id, data?.id);
  useTitle(data && `${t.commentPage.by} ${data.author.name}`);
  return (
    <PageOf query={query}>
      {(file) => <Page key={file.id} file={file} acts={acts} />}
    </PageOf>
  );
}

interface PageProps {
  readonly file: CommentFile;
  readonly acts: PageActs;
}

type DialogName = 'reject' | 'block' | 'note';

/** A dialog, and the comment as it was when it was opened. */
interface Asked {
  readonly dialog: DialogName;
  readonly seen: CommentFile;
}

function Page({ file, acts }: PageProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = (dialog: DialogName): void => setAsked({ dialog, seen: file });
  useShortcuts({
    a: () => acts.decide('approve', {}, file.version),
    r: () => open('reject'),
    b: () => open('block'),
    n: () => open('note'),
  });
  return (
    <div class="page comment-page">
      <div class="comment-columns">
        <article class="comment-main" aria-labelledby="comment-heading">
          <Header file={file} />
          {acts.conflict !== null && (
            <ConflictNote conflict={acts.conflict} onInsist={acts.insist} onLeave={acts.leave} />
          )}
          {file.parent_id !== null && <Parent id={file.parent_id} />}
          <Text file={file} />
          <Buttons file={file} acts={acts} onOpen={open} />
          <Complaints file={file} />
          <AnsweredNotices id={file.id} />
          <Appeals id={file.id} />
          <Notes
            about={{ kind: 'comment', id: file.id }}
            notes={file.notes}
            onAdd={() => open('note')}
          />
          <section aria-labelledby="decisions-heading">
            <h2 id="decisions-heading" class="pane-heading">
              {t.history.heading}
            </h2>
            <History decisions={file.decisions} onUndo={acts.undo} />
          </section>
          <Revisions file={file} />
          <StatementOfReasons file={file} />
        </article>
        <aside class="comment-side" aria-label={t.queue.side}>
          <AuthorGlance author={file.author} comment={file.id} />
          <section>
            <h2 class="side-heading">{t.scores.heading}</h2>
            <Scores id={file.id} />
          </section>
          <Submitted file={file} />
        </aside>
      </div>
      {asked !== null && <Dialogs acts={acts} {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Header({ file }: Pick<PageProps, 'file'>) {
  const held = useHeld(file.claim);
  return (
    <header class="pane-header">
      <ThreadLine thread={file.thread} />
      <h1 id="comment-heading" class="pane-author">
        {t.commentPage.by} <bdi>{file.author.name}</bdi>
      </h1>
      <p class="pane-told">
        <StatusBadge status={file.status} shadow={file.shadow} />
        <Moment time={file.created_at} />
        {file.edited_at !== null && (
          <span>
            {t.comment.edited} <Ago time={file.edited_at} />
          </span>
        )}
        {held !== null && (
          <span class="tag">
            {t.queue.heldBy} <bdi>{held.key_name}</bdi>
          </span>
        )}
      </p>
    </header>
  );
}

function Text({ file }: Pick<PageProps, 'file'>) {
  const [lit, setLit] = useState<number | null>(null);
  if (file.redacted_at !== null && file.body === '') {
    return <p class="notice">{t.commentPage.erased}</p>;
  }
  return (
    <>
      <div class="pane-text">
        <MarkedText text={file.body} findings={file.findings} lit={lit} onLit={setLit} />
      </div>
      <Findings findings={file.findings} lit={lit} onLit={setLit} />
    </>
  );
}

interface ButtonsProps extends PageProps {
  readonly onOpen: (dialog: DialogName) => void;
}

function Buttons({ file, acts, onOpen }: ButtonsProps) {
  if (file.status === 'deleted') return <p class="notice">{t.commentPage.withdrawn}</p>;
  const { busy } = acts;
  return (
    <div class="buttons" role="toolbar" aria-label={t.queue.actions}>
      <button
        type="button"
        class="button button-approve"
        disabled={busy || file.status === 'approved'}
        onClick={() => acts.decide('approve', {}, file.version)}
      >
        {t.action.approve}
      </button>
      <button
        type="button"
        class="button button-reject"
        disabled={busy}
        onClick={() => onOpen('reject')}
      >
        {t.queue.rejectMore}
      </button>
      <button type="button" class="button" onClick={() => onOpen('block')}>
        {t.queue.block}
      </button>
      <button type="button" class="button" onClick={() => onOpen('note')}>
        {t.queue.note}
      </button>
      <Link class="button button-plain" href={`/queue?thread=${file.thread.id}`}>
        {t.commentPage.waitingInThread}
      </Link>
    </div>
  );
}

interface DialogsProps extends Asked {
  readonly acts: PageActs;
  readonly onClose: () => void;
}

function Dialogs({ seen: file, acts, dialog, onClose }: DialogsProps) {
  const done = (text: string): void => {
    onClose();
    tell({ text });
    acts.refresh();
  };
  if (dialog === 'reject') {
    return (
      <RejectDialog
        findings={file.findings}
        onClose={onClose}
        onReject={(said) => {
          onClose();
          acts.decide('reject', said, file.version);
        }}
      />
    );
  }
  if (dialog === 'block') {
    const { author } = file;
    return (
      <BlockDialog
        author={author}
        onClose={onClose}
        onBlocked={({ rejected_comments: rejected }) => done(t.block.done(author.name, rejected))}
      />
    );
  }
  const about = { kind: 'comment', id: file.id } as const;
  return <NoteDialog about={about} onClose={onClose} onAdded={() => done(t.notes.added)} />;
}
