import { createServer, type Server } from 'node:net';
import { once } from 'node:events';

import { type TestDatabase, lastingDatabase } from '../databases.js';
import { freePort } from '../free-port.js';
import { BUILT, call, type Service, startService } from '../service.js';

/** A Gatepost on one port, which goes away and comes back with what it had stored. */
export interface Gatepost {
  readonly url: string;
  /** An admin key of it. */
  readonly key: string;
  get(path: string): ReturnType<typeof call>;
  post(path: string, body: unknown): ReturnType<typeof call>;
  /** Nobody listens any more. */
  goesAway(): Promise<void>;
  /** Takes connections and never answers. */
  hangs(): Promise<void>;
  comesBack(): Promise<void>;
  stop(): Promise<void>;
}

const KEY = 'an-admin-key-of-this-test';

export async function startGatepost(): Promise<Gatepost> {
  const port = await freePort();
  const database = await lastingDatabase();
  let service: Service | null = null;
  let hanging: Server | null = null;
  const url = `http://127.0.0.1:${port}`;
  const goesAway = async (): Promise<void> => {
    await service?.stop('SIGTERM');
    service = null;
    await ended(hanging);
    hanging = null;
  };
  const comesBack = async (): Promise<void> => {
    await goesAway();
    service = await startService(environment(port, database), BUILT);
  };
  await comesBack();
  return {
    url,
    key: KEY,
    get: async (path) => call(`${url}${path}`, { key: KEY }),
    post: async (path, body) =>
      call(`${url}${path}`, { key: KEY, method: 'POST', body: JSON.stringify(body) }),
    goesAway,
    hangs: async () => {
      await goesAway();
      hanging = createServer((socket) => {
        held.add(socket.on('error', () => undefined));
      }).listen(port, '127.0.0.1');
      await once(hanging, 'listening');
    },
    comesBack,
    stop: async () => {
      await goesAway();
      await database.remove();
    },
  };
}

const held = new Set<{ destroy(): unknown }>();

async function ended(server: Server | null): Promise<void> {
  if (server === null) return;
  const closed = once(server, 'close');
  server.close();
  for (const socket of held) socket.destroy();
  held.clear();
  await closed;
}

function environment(port: number, database: TestDatabase): Record<string, string> {
  return {
    PORT: String(port),
    DATABASE_URL: database.url,
    GATEPOST_ADMIN_KEY: KEY,
    GATEPOST_WEBHOOK_ALLOW_PRIVATE: '127.0.0.1',
  };
}
