import { useState } from 'preact/hooks';

import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { addNote, type NoteAbout } from './acts.js';
import './dialogs.css';

interface NoteDialogProps {
  readonly about: NoteAbout;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Writes a note for the other moderators. */
export function NoteDialog({ about, onAdded, onClose }: NoteDialogProps) {
  const [body, setBody] = useState('');
  const adding = useSend({
    send: async (said: string) => addNote(about, said),
    onSent: onAdded,
  });
  const submit = (): void => {
    const said = body.trim();
    if (said !== '') adding.send(said);
  };
  return (
    <Dialog heading={t.notes.dialog[about.kind]} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        <label class="field">
          {t.notes.body}
          <textarea
            required
            autofocus
            rows={4}
            value={body}
            onInput={({ currentTarget }) => setBody(currentTarget.value)}
          />
        </label>
        <p class="quiet small">{t.notes.told}</p>
        {adding.error !== null && <Problem error={adding.error} />}
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-first" disabled={adding.isPending}>
            {t.notes.submit}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
