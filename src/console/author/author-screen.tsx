import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';

import type { AuthorFile } from '../../../openapi/types.js';
import { BlockDialog } from '../acts/block-dialog.js';
import { NoteDialog } from '../acts/note-dialog.js';
import { eventData } from '../api/event-data.js';
import { useLive } from '../api/live.js';
import { useMay } from '../api/use-session.js';
import { Counts } from '../comments/author-glance.js';
import { CommentsOf } from '../comments/comments-of.js';
import { Notes } from '../comments/notes.js';
import { aboutAuthor, useAuthorFile } from '../comments/queries.js';
import { StandingBadge } from '../parts/badges.js';
import { Moment } from '../parts/moment.js';
import { PageOf } from '../parts/page-of.js';
import { tell } from '../parts/toasts.js';
import { useOwnAddress } from '../parts/use-own-address.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { Blocks } from './blocks.js';
import { EraseDialog } from './erase-dialog.js';
import { ExportButton } from './export-button.js';
import { Standing } from './standing.js';
import { WarnDialog } from './warn-dialog.js';
import { Warnings } from './warnings.js';
import './author.css';

/** Who somebody is to the site: what they wrote, what became of it, what was done about them. */
export function Screen() {
  const { id } = useParams<{ id: string }>();
  const query = useAuthorFile(id);
  const { data } = query;
  const queries = useQueryClient();
  useLive((event) => {
    if (eventData(event).author_id !== data?.id) return;
    void queries.invalidateQueries({ queryKey: aboutAuthor(id) });
    void queries.invalidateQueries({ queryKey: ['comments'] });
  });
  useOwnAddress('/authors', id, data?.id);
  useTitle(data?.name);
  return (
    <PageOf query={query}>
      {(author) => <Page key={author.id} author={author} />}
    </PageOf>
  );
}

type DialogName = 'block' | 'warn' | 'note' | 'erase';

interface PageProps {
  readonly author: AuthorFile;
}

function Page({ author }: PageProps) {
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const queries = useQueryClient();
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: aboutAuthor(author.id) });
    void queries.invalidateQueries({ queryKey: ['comments'] });
  };
  const done = (text: string): void => {
    setDialog(null);
    tell({ text });
    refresh();
  };
  return (
    <div class="page author-page">
      <Header author={author} onOpen={setDialog} />
      <div class="author-columns">
        <div class="author-main">
          <CommentsOf of="author" id={author.id} />
        </div>
        <aside class="author-side" aria-label={t.authorPage.side}>
          <Standing author={author} />
          <Blocks author={author} onLifted={done} />
          <Warnings id={author.id} />
          <Notes
            about={{ kind: 'author', id: author.id }}
            notes={author.notes}
            onAdd={() => setDialog('note')}
          />
        </aside>
      </div>
      <Dialogs author={author} dialog={dialog} onClose={() => setDialog(null)} onDone={done} />
    </div>
  );
}

interface HeaderProps {
  readonly author: AuthorFile;
  readonly onOpen: (dialog: DialogName) => void;
}

function Header({ author, onOpen }: HeaderProps) {
  const admin = useMay('admin');
  const erased = author.erased_at !== null;
  return (
    <header class="author-header">
      <div>
        <h1>
          <bdi>{author.name}</bdi> <StandingBadge standing={author.standing} />
        </h1>
        <p class="author-known">
          <span>
            {t.authorPage.since} <Moment time={author.created_at} />
          </span>
          {author.external_id !== null && <bdi>{author.external_id}</bdi>}
          {author.email !== null && <bdi>{author.email}</bdi>}
          {author.url !== null && <bdi>{author.url}</bdi>}
          {erased && <strong>{t.authorPage.erased}</strong>}
        </p>
        <Counts counts={author.counts} />
      </div>
      <div class="buttons">
        <button type="button" class="button button-reject" onClick={() => onOpen('block')}>
          {t.queue.block}
        </button>
        <button type="button" class="button" onClick={() => onOpen('warn')}>
          {t.warn.open}
        </button>
        {admin && <ExportButton author={author} />}
        {admin && !erased && (
          <button type="button" class="button" onClick={() => onOpen('erase')}>
            {t.erase.open}
          </button>
        )}
      </div>
    </header>
  );
}

interface DialogsProps {
  readonly author: AuthorFile;
  readonly dialog: DialogName | null;
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

function Dialogs({ author, dialog, onClose, onDone }: DialogsProps) {
  if (dialog === 'block') {
    return (
      <BlockDialog
        author={author}
        onClose={onClose}
        onBlocked={({ rejected_comments: rejected }) => onDone(t.block.done(author.name, rejected))}
      />
    );
  }
  if (dialog === 'warn') {
    return <WarnDialog id={author.id} onClose={onClose} onWarned={() => onDone(t.warn.done)} />;
  }
  if (dialog === 'note') {
    const about = { kind: 'author', id: author.id } as const;
    return <NoteDialog about={about} onClose={onClose} onAdded={() => onDone(t.notes.added)} />;
  }
  if (dialog === 'erase') {
    return <EraseDialog author={author} onClose={onClose} onErased={() => onDone(t.erase.done)} />;
  }
  return null;
}
