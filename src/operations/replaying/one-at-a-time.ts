import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { REPLAYS_AT_ONCE_MAX } from '../../limits.js';

/** Replays that run over each store; a process has one. */
const running = new WeakMap<Deps['store'], number>();

/**
 * Does work that takes a core for itself, unless as much as there may be is being done already.
 *
 * @throws GatepostError `replay_in_progress`.
 */
export async function oneAtATime<T>(
  { store }: Pick<Deps, 'store'>,
  work: () => Promise<T>,
): Promise<T> {
  const count = running.get(store) ?? 0;
  if (count >= REPLAYS_AT_ONCE_MAX) {
    throw new GatepostError('replay_in_progress', 'One replay runs at a time.');
  }
  running.set(store, count + 1);
  try {
    return await work();
  } finally {
    running.set(store, count);
  }
}
