import { expect, it } from 'vitest';

import { addressOf, networkOf } from '../../../src/http/admission/network.js';

it.each([
  ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
  ['an IPv4 address as IPv6 has it', '::ffff:203.0.113.7', '203.0.113.7'],
  ['an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['another of the same network', '2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
  ['one of the next network', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['the machine itself', '::1', '::/64'],
  ['what is no address', 'evil, "quoted"', 'unknown'],
  ['an address of the last century', '0x7f000001', '127.0.0.1'],
])('%s is counted as one client: %s', (_, address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['203.0.113.7:1234', '203.0.113.7'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[::ffff:203.0.113.7]:443', '::ffff:203.0.113.7'],
  ['203.0.113.7', '203.0.113.7'],
  // A group of it, and no port.
  ['2001:db8::1:443', '2001:db8::1:443'],
  ['evil:1234', 'evil:1234'],
])('of %s the address is %s', (ip, address) => {
  expect(addressOf({ ip })).toBe(address);
});
