import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { installProblems } from '../../src/http/problem.js';
import { streamedJson } from '../../src/http/streamed-json.js';
import { rawClient, request } from '../support/raw-client.js';

const nothing = (): void => undefined;
const log = { info: nothing, warn: nothing, error: nothing };
const app = Fastify();
let url = '';
let faults: unknown[] = [];

/** Comments, and then a fault. */
async function* broken(count: number): AsyncGenerator<object> {
  for (let n = 0; n < count; n += 1) yield { body: 'a'.repeat(50_000), n };
  return Promise.reject(new Error('secret of the house'));
}

beforeAll(async () => {
  installProblems(app, { log, storageFault: () => null });
  app.get('/:count', async (asked, reply) => {
    const { count } = asked.params as { count: string };
    const members = [['author', { id: 'a' }], ['comments', broken(Number(count))]] as const;
    return reply.type('application/json').send(streamedJson(members, (fault) => faults.push(fault)));
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => app.close());

describe('An export that fails on its way', () => {
  it.each([0, 1, 50])('is cut off and holds no problem: after %i comments', async (count) => {
    faults = [];
    const client = await rawClient(url);
    client.socket.write(request(`GET /${count}`));
    const said = await client.closed();
    expect(said).toMatch(/^HTTP\/1\.1 200 /u);
    expect(said).not.toMatch(/urn:gatepost:error|secret/u);
    expect(faults).toMatchObject([{ message: 'secret of the house' }]);
    // The last chunk, by which a client knows that it has all of it, never comes.
    expect(said).not.toMatch(/\r\n0\r\n\r\n$/u);
  });
});
