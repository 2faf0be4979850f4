import { useState } from 'preact/hooks';

import type { CommentFile, DecideNotice, Notice } from '../../../openapi/types.js';
import type { Standard } from '../acts/acts.js';
import { Meanwhile } from '../comments/meanwhile.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { useDecideNotice } from './use-decide-notice.js';
import '../acts/dialogs.css';

interface DecideFormProps {
  readonly notice: Notice;
  readonly file: CommentFile;
  readonly next: string | null;
}

type Action = DecideNotice['action'];

const STANDARDS = Object.keys(t.standard) as readonly Standard[];

interface Draft {
  readonly action: Action | null;
  readonly reason: string;
  readonly law: string;
  readonly standard: Standard | '';
}

/** Answers a notice: the comment is removed, and on which ground, or it is kept. */
export function DecideForm({ notice, file, next }: DecideFormProps) {
  const start: Draft = { action: null, reason: '', law: notice.law ?? '', standard: '' };
  const [draft, setDraft] = useState(start);
  const change = (changed: Partial<Draft>): void => setDraft((was) => ({ ...was, ...changed }));
  const deciding = useDecideNotice({ notice, file, next });
  return (
    <form
      class="card notice-answer"
      aria-labelledby="notice-answer"
      onSubmit={(event) => {
        event.preventDefault();
        const { action } = draft;
        if (action !== null) deciding.decide(saidIn({ ...draft, action }));
      }}
    >
      <h3 id="notice-answer">{t.noticeDesk.answer}</h3>
      <Actions action={draft.action} onChoose={(action) => change({ action })} />
      {draft.action === 'remove' && <Grounds draft={draft} onChange={change} />}
      <label class="field">
        {t.noticeDesk.reason}
        <textarea
          required
          rows={2}
          maxLength={500}
          value={draft.reason}
          onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      </label>
      {deciding.met !== null && <Meanwhile file={deciding.met} />}
      {deciding.error !== null && <Problem error={deciding.error} />}
      <div class="buttons">
        <button
          type="submit"
          class="button button-first"
          disabled={draft.action === null || deciding.isPending}
        >
          {t.noticeDesk.submit}
        </button>
      </div>
    </form>
  );
}

function saidIn({ action, reason, law, standard }: Draft & { readonly action: Action }) {
  const removal = action === 'remove';
  return {
    action,
    reason: reason.trim(),
    ...(removal && law.trim() !== '' && { legal_ground: law.trim() }),
    ...(removal && standard !== '' && { standard }),
  };
}

interface ActionsProps {
  readonly action: Action | null;
  readonly onChoose: (action: Action) => void;
}

function Actions({ action, onChoose }: ActionsProps) {
  return (
    <fieldset class="choices">
      <legend class="for-readers">{t.noticeDesk.answer}</legend>
      {(['remove', 'keep'] as const).map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name="action"
            required
            checked={action === each}
            onChange={() => onChoose(each)}
          />
          <span>
            {t.noticeDesk.action[each]}
            <span class="quiet small choice-told">{t.noticeDesk.follows[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface GroundsProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Grounds({ draft, onChange }: GroundsProps) {
  return (
    <div class="dialog-pair">
      <label class="field">
        {t.reject.legalGround}
        <input
          maxLength={500}
          required={draft.standard === ''}
          value={draft.law}
          onInput={({ currentTarget }) => onChange({ law: currentTarget.value })}
        />
      </label>
      <label class="field">
        {t.noticeDesk.standard}
        <select
          value={draft.standard}
          onChange={({ currentTarget }) =>
            onChange({ standard: currentTarget.value as Standard | '' })
          }
        >
          <option value="">{t.noticeDesk.noStandard}</option>
          {STANDARDS.map((each) => (
            <option key={each} value={each}>
              {t.standard[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
