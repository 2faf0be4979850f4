import { useState } from 'preact/hooks';

import type { AuthorFile, EraseAuthor } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import '../acts/dialogs.css';

interface EraseDialogProps {
  readonly author: AuthorFile;
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** Asks twice before an author’s data is erased: it does not come back. */
export function EraseDialog({ author, onErased, onClose }: EraseDialogProps) {
  const [texts, setTexts] = useState(true);
  const [blocks, setBlocks] = useState(true);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const erasing = useSend({
    send: async (body: EraseAuthor) =>
      answerOf(api.POST('/v1/authors/{id}/erase', { params: { path: { id: author.id } }, body })),
    onSent: onErased,
  });
  return (
    <Dialog heading={t.erase.heading} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          erasing.send({
            confirm: typed.trim(),
            keep_texts: texts,
            keep_blocks: blocks,
            ...(reason.trim() !== '' && { reason: reason.trim() }),
          });
        }}
      >
        <p>{t.erase.told}</p>
        <Check checked={texts} name={t.erase.keepTexts} onChange={setTexts} />
        <Check checked={blocks} name={t.erase.keepBlocks} onChange={setBlocks} />
        <label class="field">
          {t.erase.reason}
          <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
        </label>
        <label class="field">
          {t.erase.confirm(author.id)}
          <input
            spellcheck={false}
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        {erasing.error !== null && <Problem error={erasing.error} />}
        <div class="buttons">
          <button
            type="submit"
            class="button button-reject"
            disabled={typed.trim() !== author.id || erasing.isPending}
          >
            {t.erase.submit}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly name: string;
  readonly onChange: (checked: boolean) => void;
}

function Check({ checked, name, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {name}
    </label>
  );
}
