import type { Deps } from '../deps.js';
import { WEBHOOK_GATHER_MILLISECONDS, WEBHOOK_POLL_MILLISECONDS } from '../limits.js';
import { webhookDispatcher } from '../operations/webhooks/dispatcher.js';
import type { Worker } from './workers.js';

/**
 * Sends events soon after they were put on record, again what failed when it is due, and what
 * another process has put on record within a second.
 */
export function startWebhooks(deps: Deps): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let active = false;
  let soon = false;
  let running: Promise<void> = Promise.resolve();
  const next = (): void => {
    clearTimeout(timer);
    const milliseconds = soon ? WEBHOOK_GATHER_MILLISECONDS : WEBHOOK_POLL_MILLISECONDS;
    if (!stopped) timer = setTimeout(begin, milliseconds);
  };
  const wake = (): void => {
    if (soon) return;
    soon = true;
    // A round that is at it is followed by another; there is never more than one.
    if (!active) next();
  };
  const dispatcher = webhookDispatcher(deps, wake);
  const round = async (): Promise<void> => {
    try {
      if (await dispatcher.round()) wake();
    } catch (error) {
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      deps.log.error({ name, stack }, 'a round of the webhooks failed; the next one goes on');
    }
    active = false;
    next();
  };
  const begin = (): void => {
    active = true;
    soon = false;
    running = round();
  };
  const forget = deps.store.onAppended(wake);
  wake();
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
