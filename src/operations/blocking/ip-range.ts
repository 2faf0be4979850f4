import ipaddr from 'ipaddr.js';

/** The broadest ranges that may be blocked: /8 is what one registry hands out, /19 a country's. */
const PREFIX_MIN_V4 = 8;
const PREFIX_MIN_V6 = 19;

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
  const bare = address.trim().replace(/%.*$/u, '');
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return null;
  return digitsOf(ipaddr.parse(bare));
}

/** An address in the one form in which it is stored; null for what is not an address. */
export function canonicalIp(address: string): string | null {
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

function digitsOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const wide = address.kind() === 'ipv4' ? (address as ipaddr.IPv4).toIPv4MappedAddress() : address;
  return Buffer.from(wide.toByteArray()).toString('hex');
}
