import { describe, expect, it } from 'vitest';

import { addressGuard } from '../../src/webhooks/address-guard.js';

describe('A public address', () => {
  const guard = addressGuard([]);
  it.each(['93.184.215.14', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:4700::6810:84e5'])(
    'is %s',
    (address) => {
      expect(guard.isPublic(address)).toBe(true);
    },
  );

  it.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback elsewhere', '127.8.9.10'],
    ['private /8', '10.1.2.3'],
    ['private /12', '172.16.0.1'],
    ['private /16', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['protocol assignments', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation, second', '198.51.100.1'],
    ['documentation, third', '203.0.113.1'],
    ['benchmarking', '198.18.0.1'],
    ['6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 unspecified', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hexadecimal', '::ffff:a00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['ORCHIDv2', '2001:20::1'],
    ['unique local', 'fd00::1'],
    ['unique local, where clouds keep their secrets', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['discard only', '100::1'],
    ['documentation', '2001:db8::1'],
    ['documentation since 2024', '3fff::1'],
    ['segment routing', '5f00::1'],
    ['no address at all', 'localhost'],
  ])('is none that is %s: %s', (_, address) => {
    expect(guard.isPublic(address)).toBe(false);
  });
});

describe('What the operator allows', () => {
  const guard = addressGuard(['10.0.0.0/8', 'fd00::/8', '127.0.0.1', 'hooks.internal']);
  it.each([
    ['an address in a range', 'a.example', '10.9.8.7', true],
    ['the same written as IPv6', 'a.example', '::ffff:10.9.8.7', true],
    ['an IPv6 address in a range', 'a.example', 'fd12::1', true],
    ['a single address', 'a.example', '127.0.0.1', true],
    ['a name, whatever it leads to', 'hooks.internal', '192.168.0.1', true],
    ['no other address', 'a.example', '127.0.0.2', false],
    ['no other range', 'a.example', '192.168.0.1', false],
    ['no name beneath the name', 'x.hooks.internal', '192.168.0.1', false],
  ])('is %s', (_, host, address, listed) => {
    expect(guard.listed(host, address)).toBe(listed);
  });
});
