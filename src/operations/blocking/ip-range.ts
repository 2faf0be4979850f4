import ipaddr from 'ipaddr.js';

/** The broadest ranges that may be blocked: /8 is what one registry hands out, /19 a country's. */
const PREFIX_MIN_V4 = 8;
const PREFIX_MIN_V6 = 19;

/** The first digits of an IPv6 address to which an IPv4 address is mapped. */
const MAPPED = `${'0'.repeat(20)}ffff`;
const IPV4_COUNT = 2 ** 32;
const PART_MAX = 255;
const DIGIT_ZERO = 0x30;
const DOT = 0x2e - DIGIT_ZERO;

/** A range of addresses: how it is written, its first and last address as hexadecimal digits. */
export interface IpRange {
  readonly cidr: string;
  readonly start: string;
  readonly end: string;
}

/**
 * An address as 32 hexadecimal digits, IPv4 as the IPv6 address it is mapped to, so that text order
 * is address order and `::ffff:192.0.2.1` is `192.0.2.1`. Null for what is not an address.
 */
export function ipDigits(address: string): string | null {
  const plain = plainIpv4(address);
  if (plain !== null) return `${MAPPED}${(IPV4_COUNT + plain).toString(16).slice(1)}`;
  const bare = address.trim().replace(/%.*$/u, '');
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return null;
  return digitsOf(ipaddr.parse(bare));
}

/** An address in the one form in which it is stored; null for what is not an address. */
export function canonicalIp(address: string): string | null {
  if (plainIpv4(address) !== null) return address;
  const bare = address.trim().replace(/%.*$/u, '');
  return ipDigits(bare) === null ? null : ipaddr.process(bare).toString();
}

/** Reads an address or a CIDR range; says in a sentence what is wrong with anything else. */
export function ipRange(text: string): IpRange | { readonly problem: string } {
  const [base = '', prefix, ...rest] = text.trim().split('/');
  if (rest.length > 0 || ipDigits(base) === null) {
    return { problem: 'is not an IP address or a CIDR range such as 203.0.113.0/24' };
  }
  const address = ipaddr.process(base);
  const bits = address.kind() === 'ipv4' ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (prefix !== undefined && (!/^\d{1,3}$/u.test(prefix) || length > bits)) {
    return { problem: `has a prefix length that is not a whole number from 0 to ${bits}` };
  }
  const least = bits === 32 ? PREFIX_MIN_V4 : PREFIX_MIN_V6;
  if (length < least) return { problem: `is too broad: the prefix length must be at least ${least}` };
  return rangeOf(address, length);
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): IpRange {
  const digits = digitsOf(address);
  const fixed = address.kind() === 'ipv4' ? 96 + length : length;
  const host = (1n << BigInt(128 - fixed)) - 1n;
  const first = BigInt(`0x${digits}`) & ~host;
  const bytes = first.toString(16).padStart(32, '0');
  const network = ipaddr.fromByteArray([...Buffer.from(bytes, 'hex')]) as ipaddr.IPv6;
  const shown = address.kind() === 'ipv4' ? network.toIPv4Address() : network;
  return {
    cidr: `${shown.toString()}/${length}`,
    start: bytes,
    end: (first | host).toString(16).padStart(32, '0'),
  };
}

/**
 * An IPv4 address in the one form in which it is stored, as a number; null for any other text.
 * Nearly all addresses are written so, and reading one with expressions took as long as several
 * look-ups.
 */
function plainIpv4(text: string): number | null {
  let [address, part, digits, parts] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const digit = at < text.length ? text.charCodeAt(at) - DIGIT_ZERO : DOT;
    if (digit === DOT) {
      if (digits === 0 || part > PART_MAX) return null;
      address = address * (PART_MAX + 1) + part;
      [part, digits, parts] = [0, 0, parts + 1];
    } else {
      // No part begins with a zero that it could do without.
      if (digit < 0 || digit > 9 || (digits > 0 && part === 0)) return null;
      part = part * 10 + digit;
      digits += 1;
    }
  }
  return parts === 4 ? address : null;
}

function digitsOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const wide = address.kind() === 'ipv4' ? (address as ipaddr.IPv4).toIPv4MappedAddress() : address;
  return Buffer.from(wide.toByteArray()).toString('hex');
}
