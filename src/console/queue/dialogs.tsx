import { useQueryClient } from '@tanstack/preact-query';

import type { CommentFile } from '../../../openapi/types.js';
import { BlockDialog } from '../acts/block-dialog.js';
import { NoteDialog } from '../acts/note-dialog.js';
import { RejectDialog } from '../acts/reject-dialog.js';
import { aboutAuthor, aboutComment } from '../comments/queries.js';
import { KeysHelp } from '../parts/keys-help.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { shownOf } from './pane.js';
import type { Acts } from './use-acts.js';
import type { Row } from './use-desk.js';

interface DialogsProps {
  readonly row: Row;
  readonly file: CommentFile | undefined;
  readonly acts: Acts;
}

/** What is asked before something is done about the comment one is at. */
export function Dialogs({ row, file, acts }: DialogsProps) {
  const queries = useQueryClient();
  const { author } = row.item.comment;
  const { close } = acts;
  if (acts.dialog === 'reject') {
    const { findings } = shownOf(row, file);
    return <RejectDialog findings={findings} onReject={acts.reject} onClose={close} />;
  }
  if (acts.dialog === 'block') {
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
  if (acts.dialog === 'note') {
    const added = (): void => {
      close();
      tell({ text: t.notes.added });
      void queries.invalidateQueries({ queryKey: aboutComment(row.id) });
    };
    return (
      <NoteDialog about={{ kind: 'comment', id: row.id }} onAdded={added} onClose={close} />
    );
  }
  if (acts.dialog === 'help') return <KeysHelp keys={Object.entries(t.queue.keys)} onClose={close} />;
  return null;
}
