import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ipDigits, ipRange } from '../../src/operations/blocking/ip-range.js';
import { startTestApp, type TestApp } from '../support/app.js';

const SITE = 'default';
const NOW = '2026-11-28T12:00:00.000Z';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

async function block(value: string): Promise<void> {
  const { status } = await service.moderator.post('/v1/blocks', {
    ...{ kind: 'ip', value, mode: 'reject', reason: 'Spam.' },
  });
  expect(status).toBe(201);
}

/** The blocks that an address falls under. */
async function over(ip: string): Promise<readonly string[]> {
  const nobody = { author_id: null, name: null, email: null, email_domain: null };
  const who = { ...nobody, ip: ipDigits(ip) };
  const blocks = await service.deps.store.blocks.inForce(SITE, who, NOW);
  return blocks.map(({ value }) => value).sort();
}

describe('An address', () => {
  it('falls under every range that holds it, of whatever length, and under no other', async () => {
    const values = [
      ...['203.0.0.0/8', '203.0.112.0/20', '203.0.113.7/32', '203.0.113.6/32'],
      ...['203.0.113.128/25', '198.51.100.0/24', '2001:db8::/32', '2001:db8:1::/48'],
      ...['2001:db8:0:0:8000::/65', '2000::/19', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128'],
    ];
    for (const value of values) await block(value);
    const ranges = values.map((value) => {
      const range = ipRange(value);
      if ('problem' in range) throw new Error(range.problem);
      return range;
    });
    const near = [
      ...['203.0.113.7', '203.0.113.200', '198.51.101.0', '10.0.0.1', '255.255.255.255', '::1'],
      ...['2001:db8::1', '2001:db8::8000:0:0:1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ];
    const address = fc.oneof(fc.constantFrom(...near), fc.ipV4(), fc.ipV6());
    await fc.assert(
      fc.asyncProperty(address, async (ip) => {
        const digits = ipDigits(ip);
        if (digits === null) return;
        const holding = ranges.filter(({ start, end }) => start <= digits && digits <= end);
        expect(await over(ip)).toEqual(holding.map(({ cidr }) => cidr).sort());
      }),
      { numRuns: 150 },
    );
  });
});
