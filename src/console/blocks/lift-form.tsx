import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { BlockFile } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { isOver } from '../comments/author-glance.js';
import { Problem } from '../parts/problem.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { BLOCKS } from './queries.js';

interface Lift {
  readonly restore: boolean;
  readonly reason?: string;
}

/** Lifts a block, or brings back what one that has ended took down. */
export function LiftForm({ block }: { readonly block: BlockFile }) {
  const queries = useQueryClient();
  const over = isOver(block.until);
  const [reason, setReason] = useState('');
  const [restore, setRestore] = useState(true);
  const lifting = useSend({
    send: async (query: Lift) =>
      answerOf(api.DELETE('/v1/blocks/{id}', { params: { path: { id: block.id }, query } })),
    onSent: ({ restored_comments }) => {
      tell({ text: t.blocks.liftedNow(restored_comments) });
      // The form goes away with the block.
      document.getElementById('block-heading')?.focus();
      for (const queryKey of [BLOCKS, ['comment'], ['author'], ['queue']]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  return (
    <form
      class="card block-lift"
      aria-labelledby="block-lift"
      onSubmit={(event) => {
        event.preventDefault();
        const said = reason.trim();
        lifting.send({ restore, ...(said !== '' && { reason: said }) });
      }}
    >
      <h3 id="block-lift">{over ? t.blocks.bringBack : t.blocks.lift}</h3>
      {over && <p class="quiet">{t.blocks.overTold}</p>}
      <label class="field">
        {t.blocks.liftReason}
        <input
          maxLength={500}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={restore}
          onChange={({ currentTarget }) => setRestore(currentTarget.checked)}
        />
        {t.blocks.restore(block.rejected_comments)}
      </label>
      {lifting.error !== null && <Problem error={lifting.error} />}
      <div class="buttons">
        <button type="submit" class="button" disabled={lifting.isPending}>
          {over ? t.blocks.bringBack : t.blocks.lift}
        </button>
      </div>
    </form>
  );
}
