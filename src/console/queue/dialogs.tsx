import { useQueryClient } from '@tanstack/preact-query';

import { BlockDialog } from '../acts/block-dialog.js';
import { NoteDialog } from '../acts/note-dialog.js';
import { RejectDialog } from '../acts/reject-dialog.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { KeysHelp } from '../parts/keys-help.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import type { Acts } from './use-acts.js';

interface DialogsProps {
  readonly acts: Acts;
}

/** What is asked before something is done about the comment that one was at. */
export function Dialogs({ acts }: DialogsProps) {
  const queries = useQueryClient();
  const { asked, close } = acts;
  if (asked === null) return null;
  const { dialog, row, shown } = asked;
  const { author } = row.item.comment;
  if (dialog === 'reject') {
    return <RejectDialog findings={shown.findings} onReject={acts.reject} onClose={close} />;
  }
  if (dialog === 'block') {
    const blocked = (rejected: number): void => {
      close();
      tell({ text: t.block.done(author.name, rejected) });
      void queries.invalidateQueries({ queryKey: aboutAuthor(author.id) });
      void queries.invalidateQueries({ queryKey: ['queue', 'counts'] });
    };
    return (
      <BlockDialog
        author={author}
        onBlocked={({ rejected_comments }) => blocked(rejected_comments)}
        onClose={close}
      />
    );
  }
  if (dialog === 'note') {
    const added = (): void => {
      close();
      tell({ text: t.notes.added });
      void queries.invalidateQueries({ queryKey: aboutComment(row.id) });
    };
    return (
      <NoteDialog about={{ kind: 'comment', id: row.id }} onAdded={added} onClose={close} />
    );
  }
  return <KeysHelp keys={Object.entries(t.queue.keys)} onClose={close} />;
}
