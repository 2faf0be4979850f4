import { SETTLE_AFTER_START_SECONDS } from '../limits/transfer.js';
import { collector } from './small-heap.js';
import type { StartWorker } from './workers.js';

/**
 * Gives back once what the start took and serving does not need: more than half of the heap, which
 * the engine would keep for as long as there is little to do.
 */
export const startSettling: StartWorker = () => {
  const timer = setTimeout(() => {
    const collect = collector();
    collect();
    // Pages that the first pass emptied are returned by the second.
    collect();
  }, SETTLE_AFTER_START_SECONDS * 1000);
  return {
    stop: async () => {
      clearTimeout(timer);
      return Promise.resolve();
    },
  };
};
