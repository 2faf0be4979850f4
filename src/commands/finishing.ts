import type { Server } from 'node:http';

interface Closes {
  readonly server: Pick<Server, 'closeAllConnections'>;
  close(): PromiseLike<unknown>;
}

/**
 * Takes no more requests and finishes those in flight. Who has not sent all of one by then, or not
 * taken the answer, is cut off: a single client that stands still keeps nothing from being closed
 * in good order.
 */
export async function finishing(app: Closes, millisecondsMax: number): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), millisecondsMax);
  try {
    await app.close();
  } finally {
    clearTimeout(late);
  }
}
