import type { Deps } from '../deps.js';
import { WEBHOOK_GATHER_MILLISECONDS, WEBHOOK_POLL_MILLISECONDS } from '../limits/webhooks.js';
import { webhookDispatcher } from '../operations/webhooks/dispatcher.js';
import { storageFault } from '../store/storage-fault.js';
import type { Worker } from './workers.js';

/**
 * Sends events soon after they were put on record, again what failed when it is due, and what
 * another process has put on record within a second.
 */
export function startWebhooks(deps: Deps): Worker {
  let stopped = false;
  let active = false;
  let wait = WEBHOOK_POLL_MILLISECONDS;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const next = (): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(begin, wait);
  };
  const within = (milliseconds: number) => (): void => {
    if (milliseconds >= wait) return;
    wait = milliseconds;
    // A round that is at it is followed by another; there is never more than one.
    if (!active) next();
  };
  const now = within(0);
  const dispatcher = webhookDispatcher(deps, now);
  const round = async (): Promise<void> => {
    try {
      if (await dispatcher.round()) now();
    } catch (error) {
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      const why = storageFault(error);
      deps.log.error(
        why === null ? { name, stack } : { kind: why.kind, advice: why.advice },
        'a round of the webhooks failed; the next one goes on',
      );
    }
    active = false;
    next();
  };
  const begin = (): void => {
    active = true;
    wait = WEBHOOK_POLL_MILLISECONDS;
    running = round();
  };
  const forget = deps.store.onAppended(within(WEBHOOK_GATHER_MILLISECONDS));
  now();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      forget();
      await running;
      await dispatcher.stop();
    },
  };
}
