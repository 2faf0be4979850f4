import type { Config } from '../config.js';
import { codeOf } from '../store/errors.js';

interface Listens {
  listen(where: { readonly host: string; readonly port: number }): Promise<unknown>;
}

/** Nobody can be served at this address; the message says why and what to do. */
export class ListenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenError';
  }
}

const OTHER_HOST = 'HOST must be an address of this machine, or a name of one';

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'another process listens there, perhaps this service: end it, or set another PORT'],
  ['EACCES', 'ports below 1024 take rights that this account does not have: set another PORT'],
  ['EADDRNOTAVAIL', OTHER_HOST],
  ['ENOTFOUND', OTHER_HOST],
  ['EAI_AGAIN', OTHER_HOST],
]);

/**
 * Has the app listen where the settings say.
 *
 * @throws ListenError where it cannot. Its codes are also those of a PostgreSQL that is away, which
 * is another matter.
 */
export async function listening(
  app: Listens,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const advice = ADVICE.get(codeOf(error));
    if (!(error instanceof Error) || advice === undefined) throw error;
    throw new ListenError(`HOST ${host}, PORT ${port}: ${error.message}\n${advice}`);
  }
}
