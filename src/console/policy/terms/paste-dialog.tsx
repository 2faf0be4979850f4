import { useState } from 'preact/hooks';

import { Dialog } from '../../parts/dialog.js';
import { t } from '../../strings/strings.js';
import { pasted, type Term } from './term-entry.js';

interface PasteDialogProps {
  readonly terms: readonly Term[];
  readonly onAdd: (terms: readonly Term[]) => void;
  readonly onClose: () => void;
}

/** Takes a list as it is pasted, a term on each line. */
export function PasteDialog({ terms, onAdd, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const found = pasted(text, terms);
  return (
    <Dialog heading={t.policy.terms.paste} onClose={onClose}>
      <form
        class="term-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(found.terms);
        }}
      >
        <label class="field">
          {t.policy.terms.pasteTold}
          <textarea
            rows={12}
            autofocus
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <p class="quiet small" aria-live="polite">
          {t.policy.terms.pasted(found.terms.length, found.known)}
        </p>
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-first" disabled={found.terms.length === 0}>
            {t.policy.terms.addMany(found.terms.length)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
