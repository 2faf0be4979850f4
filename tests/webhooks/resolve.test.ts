import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type NameServers, resolver } from '../../src/webhooks/resolve.js';
import type { Resolve } from '../../src/webhooks/target.js';

const NO_ERROR = 0x80;
const NO_SUCH_NAME = 0x83;
const A = 1;

/** Answers a question of DNS: with one IPv4 address, with no such name, or with nothing at all. */
function answerTo(question: Buffer): Buffer | null {
  const asked = question.toString('latin1');
  if (asked.includes('silent')) return null;
  const unknown = asked.includes('unknown') || asked.includes('localhost');
  const end = question.indexOf(0, 12) + 5;
  const answered = !unknown && question.readUInt16BE(end - 4) === A;
  const head = Buffer.from(question.subarray(0, end));
  head.writeUInt8(0x81, 2);
  head.writeUInt8(unknown ? NO_SUCH_NAME : NO_ERROR, 3);
  head.writeUInt16BE(answered ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  if (!answered) return head;
  const record = [0xc0, 0x0c, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 215, 14];
  return Buffer.concat([head, Buffer.from(record)]);
}

let server: Socket;
let resolve: Resolve;
beforeAll(async () => {
  server = createSocket('udp4');
  server.on('message', (question, from) => {
    const answer = answerTo(question);
    if (answer !== null) server.send(answer, from.port, from.address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const dns = new Resolver({ timeout: 100, tries: 1 });
  dns.setServers([`127.0.0.1:${server.address().port}`]);
  resolve = resolver(() => dns);
});
afterAll(() => server.close());

describe('A name', () => {
  it('is looked up at the name servers', async () => {
    const found = [{ address: '93.184.215.14', family: 4 }];
    expect(await resolve('hooks.example')).toEqual(found);
  });

  it('is not found where they are silent, whatever the system would say', async () => {
    await expect(resolve('silent.example')).rejects.toThrow('ETIMEOUT');
  });

  it('is not found where nobody knows it', async () => {
    await expect(resolve('unknown.invalid')).rejects.toThrow();
  });

  it('without a dot is looked up as the system does', async () => {
    const found = await resolve('localhost');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ address }) => ['127.0.0.1', '::1'].includes(address))).toBe(true);
  });
});

const failing = (code: string) => async (): Promise<string[]> =>
  Promise.reject(Object.assign(new Error(code), { code }));

/** Servers that say one thing of every name, and the names that they were asked for. */
function serversOf(v4: () => Promise<string[]>): NameServers & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve4: async (host) => {
      asked.push(host);
      return v4();
    },
    resolve6: failing('ENODATA'),
  };
}

/** As a machine hands them out, one after another. */
function inTurn(...all: readonly NameServers[]) {
  const left = [...all];
  const next = (): NameServers => {
    const servers = left.shift();
    if (!servers) throw new Error('nobody was to look for servers again');
    return servers;
  };
  return { resolve: resolver(next), left };
}

const RIGHT = async (): Promise<string[]> => Promise.resolve(['93.184.215.14']);
const FOUND = [{ address: '93.184.215.14', family: 4 }];

describe('Name servers that fail', () => {
  it.each(['ETIMEOUT', 'ECONNREFUSED', 'ESERVFAIL', 'EREFUSED'])(
    'with %s give way to those that the machine has now',
    async (code) => {
      const [before, now] = [serversOf(failing(code)), serversOf(RIGHT)];
      const { resolve: look } = inTurn(before, now);
      expect(await look('hooks.example')).toEqual(FOUND);
      expect(await look('other.example')).toEqual(FOUND);
      expect(before.asked).toEqual(['hooks.example']);
      expect(now.asked).toEqual(['hooks.example', 'other.example']);
    },
  );

  it('are looked for once by look-ups that fail at the same time', async () => {
    const now = serversOf(RIGHT);
    const { resolve: look } = inTurn(serversOf(failing('ETIMEOUT')), now);
    const names = ['a.example', 'b.example', 'c.example'];
    expect(await Promise.all(names.map(look))).toEqual([FOUND, FOUND, FOUND]);
    expect(now.asked).toEqual(names);
  });

  it('are asked twice for one name, and no more', async () => {
    const { resolve: look, left } = inTurn(
      serversOf(failing('ETIMEOUT')),
      serversOf(failing('ESERVFAIL')),
      serversOf(RIGHT),
    );
    await expect(look('hooks.example')).rejects.toThrow('ESERVFAIL');
    expect(left).toHaveLength(1);
    expect(await look('hooks.example')).toEqual(FOUND);
  });

  it('are not those that say a name is not there', async () => {
    const { resolve: look } = inTurn(serversOf(failing('ENOTFOUND')));
    await expect(look('unknown.invalid')).rejects.toThrow('unknown.invalid');
  });
});
