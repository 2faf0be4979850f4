import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ADMIN_KEY, type Act, newsroom, send } from '../support/killing/acts.js';
import { environmentOf } from '../support/killing/rounds.js';
import { seeded } from '../support/killing/seed.js';
import { losses, type Told } from '../support/killing/whole.js';
import { type PostgresServer, startPostgres } from '../support/postgres/server.js';
import { BUILT, call, type Service, startService } from '../support/service.js';

const SENDERS = 4;
/** PostgreSQL goes and comes so often. */
const TIMES = 3;
/** Answers before it goes, refusals before it comes back. */
const ANSWERS = 60;
const REFUSALS = 20;
const PATIENCE_MILLISECONDS = 600_000;

let server: PostgresServer;
let service: Service;

beforeEach(async () => {
  server = await startPostgres();
  service = await startService(environmentOf(server.url), BUILT);
}, PATIENCE_MILLISECONDS);
afterEach(async () => {
  await service.stop('SIGKILL');
  await server.stop();
}, PATIENCE_MILLISECONDS);

interface Stream {
  readonly told: Told[];
  readonly refused: Act[];
  stop(): Promise<void>;
  /** Resolves when it holds, looked at after each answer. */
  until(holds: () => boolean): Promise<void>;
}

/** Senders that go on whatever they are answered. */
function stream(): Stream {
  const room = newsroom(seeded('postgres away'), 'away');
  const told: Told[] = [];
  const refused: Act[] = [];
  const watched = new Set<() => void>();
  let stopped = false;
  const sender = async (): Promise<void> => {
    while (!stopped) {
      const act = room.next();
      const answer = await send(service.url, act);
      if (answer.status === 503) {
        expect(answer.body).toMatchObject({ code: 'storage_unavailable' });
        refused.push(act);
      } else {
        expect(answer.status).toBeLessThan(500);
        room.saw(answer);
        told.push({ act, answer });
      }
      for (const look of watched) look();
    }
  };
  const senders = Promise.all(Array.from({ length: SENDERS }, sender));
  return {
    told,
    refused,
    stop: async () => {
      stopped = true;
      await senders;
    },
    until: async (holds) => {
      const held = new Promise<void>((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          watched.delete(look);
          resolve();
        };
        watched.add(look);
      });
      // A sender that fails ends the wait too.
      await Promise.race([held, senders]);
    },
  };
}

describe('A service whose PostgreSQL is stopped and started under load', () => {
  const promise = 'refuses with 503 meanwhile, comes back by itself, and has all that it answered';
  it(promise, { timeout: PATIENCE_MILLISECONDS }, async () => {
    const { told, refused, until, stop } = stream();
    for (let time = 1; time <= TIMES; time += 1) {
      const answers = told.length + ANSWERS;
      await until(() => told.length >= answers);
      await server.pause();
      const refusals = refused.length + REFUSALS;
      await until(() => refused.length >= refusals);
      expect((await call(`${service.url}/livez`, {})).status).toBe(200);
      expect((await call(`${service.url}/readyz`, {})).status).toBe(503);
      await server.resume();
    }
    const answers = told.length + ANSWERS;
    await until(() => told.length >= answers);
    await stop();

    const submits = refused.filter(({ key }) => key !== null);
    for (const act of submits) {
      const again = await send(service.url, act);
      expect(again.status).toBe(201);
      told.push({ act, answer: again });
    }
    expect(await losses(server.url, told)).toEqual([]);
    expect(service.said()).toContain('see whether PostgreSQL runs');
    expect((await call(`${service.url}/v1/comments`, { key: ADMIN_KEY })).status).toBe(200);
    expect(await service.stop('SIGTERM')).toBe(0);
    process.stdout.write(
      `PostgreSQL away: ${TIMES} times, ${told.length} requests answered, ` +
        `${refused.length} refused, 0 lost\n`,
    );
  });
});
