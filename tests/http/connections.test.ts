import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { giveWay } from '../../src/operations/replaying/pace.js';
import { guardConnections } from '../../src/http/connections.js';
import { CONNECTIONS_MAX, PIPELINED_REQUESTS_MAX } from '../../src/limits/connections.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { rawClient, request } from '../support/raw-client.js';

const logged: string[] = [];
let service: TestApp;
let url = '';
beforeAll(async () => {
  const log = {
    info: () => undefined,
    warn: (_: object, message: string) => logged.push(message),
    error: () => undefined,
  };
  service = await startTestApp({ log });
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => service.close());

describe('Connections', () => {
  it('beyond their maximum are closed unanswered, which is logged once', async () => {
    const { server } = service.app;
    expect(server.maxConnections).toBe(CONNECTIONS_MAX);
    server.maxConnections = 1;
    const first = await rawClient(url);
    const others = [await rawClient(url), await rawClient(url)];
    for (const other of others) expect(await other.closed()).toBe('');
    expect(logged).toEqual(['connections are refused: too many']);
    first.socket.write(request('GET /livez'));
    expect(await first.until(/"ok"/u)).toMatch(/^HTTP\/1\.1 200 /u);
    first.socket.destroy();
    server.maxConnections = CONNECTIONS_MAX;
  });

  it('have one request worked on at a time', async () => {
    let working = 0;
    let most = 0;
    const app = Fastify();
    guardConnections(app, service.deps.log);
    app.get('/x', async () => {
      working += 1;
      most = Math.max(most, working);
      await giveWay();
      working -= 1;
      return { status: 'ok' };
    });
    const client = await rawClient(await app.listen({ host: '127.0.0.1', port: 0 }));
    client.socket.write(request('GET /x').repeat(20) + request('GET /the-end'));
    const said = await client.until(/the-end/u);
    client.socket.destroy();
    await app.close();
    expect([...said.matchAll(/"status":"ok"/gu)]).toHaveLength(20);
    expect(most).toBe(1);
  });

  it('are ended where more is sent ahead than may wait', async () => {
    const client = await rawClient(url);
    client.socket.write(request('GET /readyz').repeat(PIPELINED_REQUESTS_MAX * 3));
    const said = await client.closed();
    expect([...said.matchAll(/"status":"ok"/gu)].length).toBeLessThan(PIPELINED_REQUESTS_MAX * 3);
  });
});
