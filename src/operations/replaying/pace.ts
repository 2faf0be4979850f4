import { setImmediate } from 'node:timers/promises';

import type { Deps } from '../../deps.js';

/** Lets long work be done in slices, between which everything else has its turn. */
export interface Pace {
  /** Whether the slice has been used up. */
  isOver(): boolean;
  /** Lets whoever waits go first, and begins a new slice. */
  giveWay(): Promise<void>;
}

export function paceOf({ stopwatch }: Pick<Deps, 'stopwatch'>, milliseconds: number): Pace {
  let began = stopwatch();
  return {
    isOver: () => stopwatch() - began >= milliseconds,
    giveWay: async () => {
      await giveWay();
      began = stopwatch();
    },
  };
}

/** Lets whoever waits go first. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
