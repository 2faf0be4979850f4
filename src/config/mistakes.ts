import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';

import { FRONT_NAMES, type FrontName } from '../domain/front.js';
import { URL_LENGTH_MAX } from '../limits.js';
import { RATE_MAX, TRUSTED_PROXIES_MAX } from '../limits/admission.js';
import { SESSION_HOURS_MAX, SESSION_HOURS_MIN } from '../limits/sessions.js';
import { WEBHOOK_ALLOWED_MAX } from '../limits/webhooks.js';

/** What is wrong with values of settings, in words that do not repeat them; null for nothing. */

/** The driver of PostgreSQL says of an address that it cannot read only that it is none. */
export function databaseMistake(value: string): string | null {
  if (/^sqlite:./u.test(value)) return null;
  if (!/^postgres(?:ql)?:\/\/./u.test(value)) {
    return 'must be sqlite: and a path, as sqlite:data/gatepost.db, or postgres://…';
  }
  // The driver reads an address without a host too, as of a socket.
  if (URL.canParse(value.replace('@/', '@socket/'))) return null;
  return (
    'must be an address, as postgres://user:password@host:5432/name; ' +
    'in a password write # as %23, / as %2F and ? as %3F'
  );
}

/** A secret in an address would stand in every log of every proxy on the way. */
export function urlMistake(value: string): string | null {
  if (!URL.canParse(value) || value.length > URL_LENGTH_MAX) return 'must be an address';
  const { protocol, username, password } = new URL(value);
  if (protocol !== 'http:' && protocol !== 'https:') return 'must begin with http:// or https://';
  if (username === '' && password === '') return null;
  return 'must hold no name and password: use GATEPOST_SCORER_KEY';
}

export function printableMistake(value: string, lengthMax: number): string | null {
  if (/^[\x21-\x7e]+$/u.test(value) && value.length <= lengthMax) return null;
  return `must have at most ${lengthMax} printable ASCII characters and no spaces`;
}

export function rateMistake(value: string): string | null {
  if (/^\d{1,8}$/u.test(value) && Number(value) <= RATE_MAX) return null;
  return `must be from 0 to ${RATE_MAX}`;
}

export function hoursMistake(value: string): string | null {
  const hours = Number(value);
  const known = /^\d{1,3}$/u.test(value) && hours >= SESSION_HOURS_MIN && hours <= SESSION_HOURS_MAX;
  return known ? null : `must be from ${SESSION_HOURS_MIN} to ${SESSION_HOURS_MAX}`;
}

/** Only forms that are read alike everywhere; whoever trusts everybody trusts what anybody says. */
export function proxiesMistake(value: string): string | null {
  const entries = listOf(value);
  if (entries.length > TRUSTED_PROXIES_MAX) return `must have at most ${TRUSTED_PROXIES_MAX} entries`;
  const known = (entry: string): boolean => {
    const [address = '', bits] = entry.split('/');
    if (isIP(address) === 0 || address.includes('%')) return false;
    return bits === undefined || (bits !== '0' && ipaddr.isValidCIDR(entry));
  };
  if (entries.length > 0 && entries.every(known)) return null;
  return 'must be addresses and CIDR ranges with commas between them';
}

/** An entry in a form that nothing could match would leave its author believing that it did. */
export function allowedMistake(value: string): string | null {
  const entries = listOf(value);
  if (entries.length > WEBHOOK_ALLOWED_MAX) return `must have at most ${WEBHOOK_ALLOWED_MAX} entries`;
  const name = /^(?!.*\.\.)[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$/u;
  const known = (entry: string): boolean =>
    ipaddr.isValidCIDR(entry) ||
    ipaddr.isValid(entry) ||
    (name.test(entry) && !/^[\d.]+$/u.test(entry));
  if (entries.length > 0 && entries.every(known)) return null;
  return 'must be names, addresses and CIDR ranges with commas between them';
}

/** What GATEPOST_FRONTS is set to where only our own clients are answered. */
const NO_FRONTS = 'none';

export function frontsMistake(value: string): string | null {
  const names = listOf(value);
  const known = (name: string): boolean => FRONT_NAMES.some((front) => front === name);
  if (names.length > 0 && (value.trim() === NO_FRONTS || names.every(known))) return null;
  return `must be ${NO_FRONTS}, or names of ${FRONT_NAMES.join(', ')} with commas between them`;
}

/** The fronts that a list names, each once. */
export function frontsOf(value: string): readonly FrontName[] {
  const names = listOf(value);
  return FRONT_NAMES.filter((front) => names.includes(front));
}

export function listOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}
