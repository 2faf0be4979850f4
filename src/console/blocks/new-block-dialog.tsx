import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { BlockFile, NewBlock } from '../../../openapi/types.js';
import { type Mode, ModeChoice, SpanFields } from '../acts/block-dialog.js';
import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { Dialog } from '../parts/dialog.js';
import { Problem } from '../parts/problem.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { BLOCKS } from './queries.js';
import '../acts/dialogs.css';

interface NewBlockDialogProps {
  readonly onMade: (made: BlockFile) => void;
  readonly onClose: () => void;
}

type Kind = Exclude<NewBlock['kind'], 'author'>;

const KINDS: readonly Kind[] = ['name', 'email', 'email_domain', 'ip'];

interface Draft {
  readonly kind: Kind;
  readonly value: string;
  readonly mode: Mode;
  readonly days: string;
  readonly hours: string;
  readonly reason: string;
  readonly note: string;
}

const DRAFT: Draft = {
  kind: 'email',
  value: '',
  mode: 'reject',
  days: '',
  hours: '',
  reason: '',
  note: '',
};

/** Blocks a name, an address, a domain or a range; authors are blocked where one reads them. */
export function NewBlockDialog({ onMade, onClose }: NewBlockDialogProps) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(DRAFT);
  const change = (changed: Partial<Draft>): void => setDraft((was) => ({ ...was, ...changed }));
  const making = useSend({
    send: async (body: NewBlock) => answerOf(api.POST('/v1/blocks', { body })),
    onSent: (made) => {
      tell({ text: t.block.done(made.value, made.rejected_comments) });
      void queries.invalidateQueries({ queryKey: BLOCKS });
      onMade(made);
    },
  });
  return (
    <Dialog heading={t.blocks.make} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          making.send(bodyOf(draft));
        }}
      >
        <Whom draft={draft} onChange={change} />
        <ModeChoice mode={draft.mode} onChoose={(mode) => change({ mode })} />
        <label class="field">
          {t.block.reason}
          <input
            required
            maxLength={500}
            value={draft.reason}
            onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
        </label>
        <SpanFields span={draft} onChange={change} />
        <label class="field">
          {t.block.note}
          <input
            value={draft.note}
            onInput={({ currentTarget }) => change({ note: currentTarget.value })}
          />
        </label>
        {making.error !== null && <Problem error={making.error} />}
        <div class="buttons dialog-buttons">
          <button type="submit" class="button button-reject" disabled={making.isPending}>
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

interface WhomProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Whom({ draft, onChange }: WhomProps) {
  return (
    <div class="dialog-pair">
      <label class="field">
        {t.blocks.kindName}
        <select
          value={draft.kind}
          onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as Kind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.blocks.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {t.blocks.value}
        <input
          required
          autofocus
          maxLength={320}
          placeholder={t.blocks.example[draft.kind]}
          value={draft.value}
          onInput={({ currentTarget }) => onChange({ value: currentTarget.value })}
        />
      </label>
    </div>
  );
}

function bodyOf({ kind, value, mode, days, hours, reason, note }: Draft): NewBlock {
  return {
    kind,
    value: value.trim(),
    mode,
    reason: reason.trim(),
    ...(days !== '' && { days: Number(days) }),
    ...(hours !== '' && { reject_hours: Number(hours) }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}
