import { useMutation } from '@tanstack/preact-query';

import { answerOf, api } from '../api/client.js';
import { tell } from '../parts/toasts.js';
import { t } from '../strings/strings.js';
import type { FilterChange, Filters } from './filters.js';

const TAKEN_AT_ONCE = 10;
const MINUTES = 15;

interface TakeNextProps {
  readonly filters: Filters;
  readonly onChange: (change: FilterChange) => void;
}

/** Takes the next few that nobody has, for oneself alone; or gives all back that one holds. */
export function TakeNext({ filters, onChange }: TakeNextProps) {
  const mine = filters.claimed === 'mine';
  const acting = useMutation({
    mutationFn: async () => (mine ? giveBack() : take(filters)),
    onSuccess: (count) => {
      tell({ text: mine ? t.queue.gaveBack(count) : t.queue.took(count) });
      onChange({ claimed: mine || count === 0 ? null : 'mine' });
    },
    onError: ({ message }) => tell({ kind: 'fault', text: message }),
  });
  return (
    <button
      type="button"
      class="link-button take-next"
      disabled={acting.isPending}
      onClick={() => acting.mutate()}
    >
      {mine ? t.queue.giveAllBack : t.queue.takeNext(TAKEN_AT_ONCE)}
    </button>
  );
}

async function take({ claimed: _, ...filter }: Filters): Promise<number> {
  const body = { count: TAKEN_AT_ONCE, minutes: MINUTES, filter };
  return (await answerOf(api.POST('/v1/queue/claims', { body }))).data.length;
}

async function giveBack(): Promise<number> {
  return (await answerOf(api.DELETE('/v1/queue/claims'))).released;
}
