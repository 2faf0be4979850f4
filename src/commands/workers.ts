import type { Deps } from '../deps.js';
import { startWebhooks } from './webhooks-worker.js';
import { startRetention } from './retention-worker.js';
import { startSettling } from './settling-worker.js';

/** Something that the service does by itself while it runs. */
export interface Worker {
  /** Resolves when what it was at is finished. */
  stop(): Promise<void>;
}

export type StartWorker = (deps: Deps) => Worker;

/** Everything of the kind. */
const WORKERS: readonly StartWorker[] = [startWebhooks, startRetention, startSettling];

/** Starts all of it. */
export function startWorkers(deps: Deps): Worker {
  const started = WORKERS.map((start) => start(deps));
  return {
    stop: async () => {
      await Promise.all(started.map(async (worker) => worker.stop()));
    },
  };
}
