import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';

import type { Resolve } from './target.js';

/** What a name server says of a name that it does not have, or has no address of. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

/** Of a Resolver what is used of it. It asks the servers that its machine named as it was made. */
export interface NameServers {
  resolve4(host: string): Promise<string[]>;
  resolve6(host: string): Promise<string[]>;
}

/**
 * Looks names up: at the name servers, whose silence holds up nobody, and then as the system does,
 * which knows the hosts file and the container's names but has only four threads for all of them.
 * Names without a dot are the system's alone. Where the servers fail, the machine may have others
 * by now: those that `current` has then are asked once more, and from then on.
 */
export function resolver(current: () => NameServers): Resolve {
  const system: Resolve = async (host) => lookup(host, { all: true });
  let servers = current();
  return async (host) => {
    if (!host.includes('.')) return system(host);
    const asked = servers;
    const found = await ask(asked, host).catch(async () => {
      // Unless another look-up that failed has made new ones meanwhile.
      if (servers === asked) servers = current();
      return ask(servers, host);
    });
    return found.length > 0 ? found : system(host);
  };
}

/** No address where the servers have none; rejects where they do not say. */
async function ask(servers: NameServers, host: string): Promise<readonly LookupAddress[]> {
  const [v4, v6] = await Promise.allSettled([servers.resolve4(host), servers.resolve6(host)]);
  const found = [...addresses(v4, 4), ...addresses(v6, 6)];
  if (found.length > 0) return found;
  const failed = [v4, v6].find((each) => each.status === 'rejected' && !isNotThere(each.reason));
  if (failed?.status === 'rejected') throw failed.reason;
  return [];
}

function addresses(settled: PromiseSettledResult<string[]>, family: 4 | 6) {
  return settled.status === 'fulfilled' ? settled.value.map((address) => ({ address, family })) : [];
}

function isNotThere(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && NOT_THERE.has(reason.code);
}
