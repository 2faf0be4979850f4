import ipaddr from 'ipaddr.js';

/** Which addresses may be posted to. */
export interface AddressGuard {
  /** Whether the operator has allowed this name or address, whatever it leads to. */
  listed(host: string, address: string): boolean;
  /** Whether anybody may be sent to this address: it is on the public internet. */
  isPublic(address: string): boolean;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** All that is handed out to the public internet (IANA, IPv6 Global Unicast Address space). */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
/** For documentation since RFC 9637, which the library does not know. */
const DOCUMENTATION_V6 = ipaddr.parseCIDR('3fff::/20');

/** `allowed` holds names, addresses and CIDR ranges; names are exact. */
export function addressGuard(allowed: readonly string[]): AddressGuard {
  const ranges = allowed.map(rangeOf).filter((range) => range !== null);
  const names = new Set(allowed.map((entry) => entry.toLowerCase()));
  return {
    listed: (host, address) => {
      if (names.has(host)) return true;
      const parsed = parsedAddress(address);
      return parsed !== null && ranges.some((range) => within(parsed, range));
    },
    isPublic: (address) => {
      const parsed = parsedAddress(address);
      if (parsed?.range() !== 'unicast') return false;
      if (parsed.kind() === 'ipv4') return true;
      return within(parsed, GLOBAL_V6) && !within(parsed, DOCUMENTATION_V6);
    },
  };
}

/** An address that carries an IPv4 address is that address; null for what is none. */
function parsedAddress(address: string): Address | null {
  return ipaddr.isValid(address) ? ipaddr.process(address) : null;
}

/** Zero or one range; a single address is a range of one. */
function rangeOf(entry: string): [Address, number] | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  const address = parsedAddress(entry);
  if (address === null) return null;
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function within(address: Address, [base, bits]: [Address, number]): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}
