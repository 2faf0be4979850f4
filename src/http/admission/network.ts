import { isIPv4 } from 'node:net';

import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

import { IPV6_NETWORK_BITS } from '../../limits/admission.js';

/** What no address is; a proxy may pass on whatever it was sent. */
const NO_ADDRESS = 'unknown';

/** `203.0.113.7:1234` and `[2001:db8::1]:443`, as some proxies write who asked them. */
const WITH_PORT = /^(?:(?<v4>[\d.]+):\d+|\[(?<v6>[\da-f:.]+)\](?::\d+)?)$/iu;

/** Where a request comes from: without a port, which is another one for each connection. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  const { v4, v6 } = WITH_PORT.exec(ip)?.groups ?? {};
  return v4 ?? v6 ?? ip;
}

/**
 * Who is taken for one client: an IPv4 address, or the network of an IPv6 address, of which a
 * household gets 2 to the 64th addresses at once.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  if (!ipaddr.isValid(address)) return NO_ADDRESS;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const bytes = parsed.toByteArray().fill(0, IPV6_NETWORK_BITS / 8);
  return `${ipaddr.fromByteArray(bytes).toString()}/${IPV6_NETWORK_BITS}`;
}
