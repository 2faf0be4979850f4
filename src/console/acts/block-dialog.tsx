import { useState } from 'preact/hooks';

import type { AuthorBlocked, BlockAuthor } from '../../../openapi/types.js';
import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { blockAuthor } from './acts.js';
import './dialogs.css';

interface BlockDialogProps {
  readonly author: { readonly id: string; readonly name: string };
  readonly onBlocked: (answer: AuthorBlocked) => void;
  readonly onClose: () => void;
}

export type Mode = NonNullable<BlockAuthor['mode']>;

const MODES: readonly Mode[] = ['reject', 'hold', 'shadow'];
const DAYS = [1, 7, 30, 90, 365] as const;
const HOURS = [1, 24, 72, 168] as const;

interface Draft {
  readonly mode: Mode;
  readonly days: string;
  readonly hours: string;
  readonly reason: string;
  readonly note: string;
  readonly pending: boolean;
}

const DRAFT: Draft = { mode: 'reject', days: '', hours: '', reason: '', note: '', pending: true };

/** Asks how an author is blocked, for how long, and what becomes of what they wrote. */
export function BlockDialog({ author, onBlocked, onClose }: BlockDialogProps) {
  const [draft, setDraft] = useState(DRAFT);
  const change = (changed: Partial<Draft>): void => setDraft((was) => ({ ...was, ...changed }));
  const blocking = useSend({
    send: async (body: BlockAuthor) => blockAuthor(author.id, body),
    onSent: onBlocked,
  });
  return (
    <Dialog heading={t.block.heading} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          blocking.send(bodyOf(draft));
        }}
      >
        <p class="dialog-about">
          <bdi>{author.name}</bdi>
        </p>
        <ModeChoice mode={draft.mode} onChoose={(mode) => change({ mode })} />
        <label class="field">
          {t.block.reason}
          <input
            required
            maxLength={500}
            autofocus
            value={draft.reason}
            onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
        </label>
        <Spans draft={draft} onChange={change} />
        <label class="field">
          {t.block.note}
          <input
            value={draft.note}
            onInput={({ currentTarget }) => change({ note: currentTarget.value })}
          />
        </label>
        {blocking.error !== null && <Problem error={blocking.error} />}
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-reject" disabled={blocking.isPending}>
            {t.block.submit}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function bodyOf({ mode, days, hours, reason, note, pending }: Draft): BlockAuthor {
  return {
    mode,
    reason: reason.trim(),
    reject_pending: pending,
    ...(days !== '' && { days: Number(days) }),
    ...(hours !== '' && { reject_hours: Number(hours) }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}

interface ModeChoiceProps {
  readonly mode: Mode;
  readonly onChoose: (mode: Mode) => void;
}

export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  return (
    <fieldset class="choices">
      <legend>{t.block.how}</legend>
      {MODES.map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name="mode"
            checked={mode === each}
            onChange={() => onChoose(each)}
          />
          <span>
            {t.block.mode[each]}
            <span class="quiet small choice-told">{t.block.told[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SpansProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Spans({ draft, onChange }: SpansProps) {
  return (
    <>
      <SpanFields span={draft} onChange={onChange} />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.pending}
          onChange={({ currentTarget }) => onChange({ pending: currentTarget.checked })}
        />
        {t.block.pending}
      </label>
    </>
  );
}

/** How long a block lasts, empty for good; how far it reaches back, empty for not at all. */
export interface Span {
  readonly days: string;
  readonly hours: string;
}

interface SpanFieldsProps {
  readonly span: Span;
  readonly onChange: (changed: Partial<Span>) => void;
}

export function SpanFields({ span, onChange }: SpanFieldsProps) {
  return (
    <div class="dialog-pair">
      <label class="field">
        {t.block.days}
        <select
          value={span.days}
          onChange={({ currentTarget }) => onChange({ days: currentTarget.value })}
        >
          <option value="">{t.block.forGood}</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {t.block.forDays(days)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {t.block.back}
        <select
          value={span.hours}
          onChange={({ currentTarget }) => onChange({ hours: currentTarget.value })}
        >
          <option value="">{t.block.notBack}</option>
          {HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {t.block.ofHours(hours)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
