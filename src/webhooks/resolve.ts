import { lookup, type Resolver } from 'node:dns/promises';

import type { Resolve } from './target.js';

/** What a name server says of a name that it does not have, or has no address of. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Looks names up: at the name servers, whose silence holds up nobody, and then as the system does,
 * which knows the hosts file and the container's names but has only four threads for all of them.
 * Names without a dot are the system's alone.
 */
export function resolver(dns: Resolver): Resolve {
  const system: Resolve = async (host) => lookup(host, { all: true });
  return async (host) => {
    if (!host.includes('.')) return system(host);
    const [v4, v6] = await Promise.allSettled([dns.resolve4(host), dns.resolve6(host)]);
    const found = [...addresses(v4, 4), ...addresses(v6, 6)];
    if (found.length > 0) return found;
    const failed = [v4, v6].find((each) => each.status === 'rejected' && !isNotThere(each.reason));
    if (failed?.status === 'rejected') throw failed.reason;
    return system(host);
  };
}

function addresses(settled: PromiseSettledResult<string[]>, family: 4 | 6) {
  return settled.status === 'fulfilled' ? settled.value.map((address) => ({ address, family })) : [];
}

function isNotThere(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && NOT_THERE.has(reason.code);
}
