import { useState } from 'preact/hooks';

import type { CommentFile, DecideNotice, Notice } from '../../../openapi/types.js';
import type { Standard } from '../acts/acts.js';
import { Meanwhile } from '../comments/meanwhile.js';
import { Problem } from '../parts/problem.js';
import { useUnsent } from '../parts/use-unsent.js';
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

interface Chosen {
  readonly action: Action | null;
  readonly standard: Standard | '';
}

interface Draft extends Chosen {
  readonly reason: string;
  readonly law: string;
}

/** Answers a notice: the comment is removed, and on which ground, or it is kept. */
export function DecideForm({ notice, file, next }: DecideFormProps) {
  const { draft, change, drop } = useAnswerDraft(notice);
  const deciding = useDecideNotice({ notice, file, next, onDecided: drop });
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

/** What is chosen lasts as long as the form; what is written is kept until it is sent. */
function useAnswerDraft(notice: Notice) {
  const [chosen, setChosen] = useState<Chosen>({ action: null, standard: '' });
  const why = useUnsent(`answer to ${notice.id}`);
  const ground = useUnsent(`law against ${notice.id}`, notice.law ?? '');
  const change = ({ reason, law, ...choice }: Partial<Draft>): void => {
    if (reason !== undefined) why.write(reason);
    if (law !== undefined) ground.write(law);
    setChosen((was) => ({ ...was, ...choice }));
  };
  const drop = (): void => {
    why.drop();
    ground.drop();
  };
  const draft: Draft = { ...chosen, reason: why.text, law: ground.text };
  return { draft, change, drop };
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
