import { domainToASCII } from 'node:url';

import { type TSchema, Type } from '@sinclair/typebox';

import { POLICY_TERMS_MAX } from '../limits.js';

/** A setting that names domains. */
export function domainList(description: string): TSchema & { static: string[] } {
  const domain = Type.String({ minLength: 3, maxLength: 253, pattern: '^[^\\s/@]+\\.[^\\s/@.]+$' });
  return Type.Array(domain, { maxItems: POLICY_TERMS_MAX, default: [], description });
}

/** Tells whether a host is one of the domains or below one; IDN in either spelling. */
export function compileDomains(domains: readonly string[]): (host: string) => boolean {
  const known = new Set(domains.map(canonical));
  return (host) =>
    known.size > 0 &&
    canonical(host)
      .split('.')
      .some((_, at, labels) => known.has(labels.slice(at).join('.')));
}

function canonical(domain: string): string {
  const lower = domain.toLowerCase();
  return /^[\0-\x7f]*$/u.test(lower) ? lower : domainToASCII(lower);
}
