import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

import { fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { finishing } from '../../src/commands/finishing.js';
import { ListenError, listening } from '../../src/commands/listening.js';
import { databaseFolder, runCommand, startService } from '../support/service.js';
import { ROOT } from '../support/source-tree.js';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
beforeEach(async () => {
  folder = await databaseFolder();
});
afterEach(async () => folder.remove());

/** A port that somebody else has. */
async function takenPort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, release: () => server.close() };
}

describe('A first start', () => {
  it('says the key that it made though it cannot listen, as the next start makes none', async () => {
    const { port, release } = await takenPort();
    const { code, said } = await runCommand(['serve'], { ...folder.env, PORT: String(port) });
    release();
    expect(code).toBe(1);
    expect(said).toContain(`HOST 127.0.0.1, PORT ${port}: `);
    expect(said).toContain('another PORT');
    const key = /^ {2}(gp_\S+)$/mu.exec(said)?.[1] ?? '';

    const service = await startService(folder.env);
    const headers = { authorization: `Bearer ${key}` };
    const { status } = await fetch(`${service.url}/v1/comments`, { headers });
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(status).toBe(200);
    expect(service.said()).not.toContain('gp_');
  });
});

describe('An address at which nobody can listen', () => {
  const failing = (code: string) => ({
    listen: async () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code} x`), { code })),
  });

  it.each([
    ['EADDRINUSE', 'another PORT'],
    ['EACCES', 'below 1024'],
    ['EADDRNOTAVAIL', 'HOST must be an address of this machine'],
    ['ENOTFOUND', 'HOST must be an address of this machine'],
    ['EAI_AGAIN', 'HOST must be an address of this machine'],
  ])('is told of by its settings and not as a database that is away (%s)', async (code, advice) => {
    const told = listening(failing(code), { host: 'x', port: 80 });
    await expect(told).rejects.toThrow(ListenError);
    await expect(told).rejects.toThrow(`HOST x, PORT 80: getaddrinfo ${code} x\n`);
    await expect(told).rejects.toThrow(advice);
    await expect(told).rejects.not.toHaveProperty('code');
  });

  it('is left to whoever knows another fault', async () => {
    await expect(listening(failing('EMFILE'), { host: 'x', port: 80 })).rejects.toMatchObject({
      code: 'EMFILE',
    });
  });
});

describe('A client that sends half of a request', () => {
  it('does not keep the service from closing, which cuts it off', async () => {
    const app = fastify();
    app.post('/', async () => Promise.resolve('taken'));
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const client = connect(Number(port), '127.0.0.1');
    const begun = once(app.server, 'request');
    client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nhalf');
    await begun;
    const gone = once(client, 'close');
    await finishing(app, 1);
    await gone;
  });
});

describe('A service whose output nobody reads any more', () => {
  it('serves, counts the lines that are lost, and ends with 0', async () => {
    const program = ['--import', 'tsx', `${ROOT}src/main.ts`, 'serve'];
    const child = spawn(process.execPath, program, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...folder.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      for await (const text of child.stdout.setEncoding('utf8')) {
        said += text as string;
        // Leaving the loop closes the pipe.
        if (said.includes('listens on')) break;
      }
      const url = /listens on (\S+)/u.exec(said)?.[1] ?? '';
      const ended = once(child, 'exit');
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
