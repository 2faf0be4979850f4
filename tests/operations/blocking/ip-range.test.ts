import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalIp, ipDigits } from '../../../src/operations/blocking/ip-range.js';

describe('An IPv4 address', () => {
  it('is stored as it stands, and is the IPv6 address that it is mapped to', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(canonicalIp(ip)).toBe(ip);
        expect(canonicalIp(` ${ip} `)).toBe(ip);
        expect(canonicalIp(`::ffff:${ip}`)).toBe(ip);
        expect(ipDigits(ip)).toBe(ipDigits(`::ffff:${ip}`));
        expect(ipDigits(ip)).toBe(ipDigits(` ${ip} `));
      }),
    );
  });

  it.each([
    ...['', '.', '1', '1.2.3', '1.2.3.', '.1.2.3', '1..2.3', '1.2.3.4.5', '1.2.3.256', '1.2.3.-4'],
    ...['01.2.3.4', '1.2.3.04', '1.2.3.00', '1.2.3.4a', '1.2.3,4', '1.2.3./', '99999999999.1.1.1'],
  ])('is not %o', (text) => {
    expect(ipDigits(text)).toBeNull();
    expect(canonicalIp(text)).toBeNull();
  });
});
