import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';

import { URL_LENGTH_MAX } from '../limits.js';
import type { AddressGuard } from './address-guard.js';

/** All addresses of a name; rejects where it has none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Where a request may go: to these addresses and to no others. */
export type Target =
  | { readonly outcome: 'allowed'; readonly addresses: readonly LookupAddress[] }
  | { readonly outcome: 'refused' | 'unresolved' };

/** The host of a URL as a resolver takes it: IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
}

/** What is wrong with the form of an address, in a sentence; null where nothing is. */
export function formMistake(text: string): string | null {
  if (!URL.canParse(text)) return 'is not an address';
  const { href, protocol, username, password, hash } = new URL(text);
  if (href.length > URL_LENGTH_MAX) return `has more than ${URL_LENGTH_MAX} characters`;
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://';
  if (username !== '' || password !== '') return 'must hold no name and password';
  return hash === '' ? null : 'must have no part after #, which is never sent';
}

/**
 * Looks a name up and judges every answer: one that is neither public nor listed refuses them all.
 * Without TLS, only listed ones will do. Never rejects.
 */
export async function targetOf(
  url: URL,
  { guard, resolve }: { readonly guard: AddressGuard; readonly resolve: Resolve },
): Promise<Target> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family === 0 ? await found(host, resolve) : [{ address: host, family }];
  if (addresses.length === 0) return { outcome: 'unresolved' };
  const permitted = addresses.every(
    ({ address }) =>
      guard.listed(host, address) || (url.protocol === 'https:' && guard.isPublic(address)),
  );
  return permitted ? { outcome: 'allowed', addresses } : { outcome: 'refused' };
}

async function found(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  try {
    return await resolve(host);
  } catch {
    return [];
  }
}
