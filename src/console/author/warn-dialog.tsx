import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { useUnsent } from '../parts/use-unsent.js';
import { t } from '../strings/strings.js';
import '../acts/dialogs.css';

interface WarnDialogProps {
  readonly id: string;
  readonly onWarned: () => void;
  readonly onClose: () => void;
}

/** Writes a word to an author before it comes to a block. */
export function WarnDialog({ id, onWarned, onClose }: WarnDialogProps) {
  const { text, write, drop } = useUnsent(`warning to ${id}`);
  const warning = useSend({
    send: async (said: string) =>
      answerOf(
        api.POST('/v1/authors/{id}/warnings', {
          params: { path: { id } },
          body: { message: said },
        }),
      ),
    onSent: () => {
      drop();
      onWarned();
    },
  });
  const dismiss = (): void => {
    drop();
    onClose();
  };
  return (
    <Dialog heading={t.warn.dialog} onClose={dismiss}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          warning.send(text.trim());
        }}
      >
        <label class="field">
          {t.warn.message}
          <textarea
            required
            autofocus
            rows={4}
            maxLength={2_000}
            value={text}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        </label>
        <p class="quiet small">{t.warn.told}</p>
        {warning.error !== null && <Problem error={warning.error} />}
        <div class="buttons">
          <button type="submit" class="button button-first" disabled={warning.isPending}>
            {t.warn.submit}
          </button>
          <button type="button" class="button" onClick={dismiss}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
