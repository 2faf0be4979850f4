import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { useUnsent } from '../parts/use-unsent.js';
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
  const { text, write, drop } = useUnsent(`note on ${about.kind} ${about.id}`);
  const adding = useSend({
    send: async (said: string) => addNote(about, said),
    onSent: () => {
      drop();
      onAdded();
    },
  });
  const dismiss = (): void => {
    drop();
    onClose();
  };
  const submit = (): void => {
    const said = text.trim();
    if (said !== '') adding.send(said);
  };
  return (
    <Dialog heading={t.notes.dialog[about.kind]} onClose={dismiss}>
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
            value={text}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        </label>
        <p class="quiet small">{t.notes.told}</p>
        {adding.error !== null && <Problem error={adding.error} />}
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-first" disabled={adding.isPending}>
            {t.notes.submit}
          </button>
          <button type="button" class="button" onClick={dismiss}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
