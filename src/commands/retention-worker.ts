import { RETENTION_FIRST_SECONDS, RETENTION_ROUND_SECONDS } from '../limits/transfer.js';
import { keepPrivacy } from '../operations/keep-privacy.js';
import type { StartWorker } from './workers.js';

/** Erases what is past its time, soon after the start and then every hour. */
export const startRetention: StartWorker = (deps) => {
  const controller = new AbortController();
  let round = Promise.resolve();
  const run = (): void => {
    round = keepPrivacy(deps, controller.signal).catch((fault: unknown) => {
      const name = fault instanceof Error ? fault.name : typeof fault;
      deps.log.error({ fault: name }, 'a round of retention failed');
    });
    void round.then(() => plan(RETENTION_ROUND_SECONDS));
  };
  let timer: NodeJS.Timeout | null = null;
  const plan = (seconds: number): void => {
    if (!controller.signal.aborted) timer = setTimeout(run, seconds * 1000);
  };
  plan(RETENTION_FIRST_SECONDS);
  return {
    stop: async () => {
      controller.abort();
      if (timer !== null) clearTimeout(timer);
      await round;
    },
  };
};
