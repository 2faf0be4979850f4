import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { Delivery } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { serviceNow } from '../api/service-time.js';
import { useSend } from '../api/use-send.js';
import { beginOfDay, dayOf } from '../parts/local-days.js';
import { Problem } from '../parts/problem.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import { WEBHOOKS } from './queries.js';

/** Sends one delivery again, whatever became of it. */
export function Again({ delivery }: { readonly delivery: Delivery }) {
  const queries = useQueryClient();
  const path = { id: delivery.webhook_id, delivery: delivery.id };
  const sending = useMutation({
    mutationFn: async () =>
      answerOf(api.POST('/v1/webhooks/{id}/deliveries/{delivery}/replay', { params: { path } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {t.webhooks.again}
      </button>
      {sending.error !== null && <Problem error={sending.error} />}
    </>
  );
}

const DAY_MILLISECONDS = 86_400_000;

/** Sends again what was given up since a day. */
export function AgainAll({ webhook }: { readonly webhook: string }) {
  const queries = useQueryClient();
  const [since, setSince] = useState(() => dayOf(serviceNow() - DAY_MILLISECONDS));
  const sending = useSend({
    send: async (day: string) =>
      answerOf(
        api.POST('/v1/webhooks/{id}/replay-failed', {
          params: { path: { id: webhook } },
          body: { since: beginOfDay(day) ?? day },
        }),
      ),
    onSent: ({ replayed, more }) => tell({ text: t.webhooks.sentAgain(replayed, more) }),
    onSettled: () => void queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
  return (
    <form
      class="buttons"
      onSubmit={(event) => {
        event.preventDefault();
        sending.send(since);
      }}
    >
      <button type="submit" class="button" disabled={sending.isPending}>
        {t.webhooks.againAll}
      </button>
      <label class="check">
        {t.webhooks.againSince}
        <input
          type="date"
          required
          value={since}
          onInput={({ currentTarget }) => setSince(currentTarget.value)}
        />
      </label>
      {sending.error !== null && <Problem error={sending.error} />}
    </form>
  );
}
