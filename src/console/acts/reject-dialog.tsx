import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { Finding } from '../../../openapi/types.js';
import { Dialog } from '../parts/dialog.js';
import { t } from '../strings/strings.js';
import type { Said, Standard } from './acts.js';
import { likelyStandard, rememberedReasons, rememberReason } from './reasons.js';
import './dialogs.css';

interface RejectDialogProps {
  /** What rules found, to say by it what is enforced. */
  readonly findings: readonly Finding[];
  /** How many comments are rejected with it. */
  readonly count?: number;
  /** What it is about, where that is more than is on the page. */
  readonly preview?: ComponentChildren;
  readonly onReject: (said: Said) => void;
  readonly onClose: () => void;
}

const STANDARDS = Object.keys(t.standard) as readonly Standard[];

/** Asks why: by which standard, what the author is told, and what other moderators are. */
export function RejectDialog(props: RejectDialogProps) {
  const { findings, count = 1, preview, onReject, onClose } = props;
  const [standard, setStandard] = useState<Standard | ''>(likelyStandard(findings) ?? '');
  const [reason, setReason] = useState('');
  const [law, setLaw] = useState('');
  const [note, setNote] = useState('');
  const submit = (): void => {
    const told = reason.trim();
    if (told !== '') rememberReason(told);
    onReject({
      ...(standard !== '' && { standard }),
      ...(told !== '' && { reason: told }),
      ...(law.trim() !== '' && { legal_ground: law.trim() }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  };
  return (
    <Dialog heading={t.reject.heading(count)} onClose={onClose} wide={preview !== undefined}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          // As in a chat: a new line takes Shift.
          const writes = event.target instanceof HTMLTextAreaElement;
          if (!writes || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          // The key that opened the dialog may still be down.
          if (!event.repeat) submit();
        }}
      >
        <StandardChoice standard={standard} onChoose={setStandard} />
        <label class="field">
          {t.reject.reason}
          <textarea
            rows={2}
            maxLength={500}
            autofocus
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <Suggestions standard={standard} onChoose={setReason} />
        <label class="field">
          {t.reject.note}
          <input value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
        </label>
        <details class="dialog-more">
          <summary>{t.reject.law}</summary>
          <label class="field">
            {t.reject.legalGround}
            <input value={law} onInput={({ currentTarget }) => setLaw(currentTarget.value)} />
          </label>
        </details>
        {preview}
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-reject">
            {t.reject.submit(count)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface StandardChoiceProps {
  readonly standard: Standard | '';
  readonly onChoose: (standard: Standard | '') => void;
}

function StandardChoice({ standard, onChoose }: StandardChoiceProps) {
  return (
    <label class="field">
      {t.reject.standard}
      <select
        value={standard}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as Standard | '')}
      >
        <option value="">{t.reject.noStandard}</option>
        {STANDARDS.map((each) => (
          <option key={each} value={each}>
            {t.standard[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SuggestionsProps {
  readonly standard: Standard | '';
  readonly onChoose: (reason: string) => void;
}

/** A sentence for the standard, and what was said last. */
function Suggestions({ standard, onChoose }: SuggestionsProps) {
  const own = standard === '' ? [] : [t.reject.suggestion[standard]];
  const offered = [...new Set([...own, ...rememberedReasons()])];
  if (offered.length === 0) return null;
  return (
    <div class="suggestions" role="group" aria-label={t.reject.suggestions}>
      {offered.map((each) => (
        <button key={each} type="button" class="suggestion" onClick={() => onChoose(each)}>
          {each}
        </button>
      ))}
    </div>
  );
}
