import { createHash } from 'node:crypto';

import { NO_CLASSIFIER } from '../../src/classifier/classifier.js';
import type { Deps } from '../../src/deps.js';
import { openStore } from '../../src/store/open.js';
import { webhookSender } from '../../src/webhooks/sender.js';
import { quickDatabase } from './databases.js';

/** The moment at which every test begins. */
export const BEGINNING = Date.parse('2026-11-23T12:00:00.000Z');

/** Looks nothing up, so that it reaches nobody. */
const PUBLIC_ONLY = webhookSender({
  allowed: [],
  resolve: async () => Promise.reject(new Error('tests look nothing up')),
  deadline: () => AbortSignal.timeout(1_000),
  clock: () => BEGINNING,
});

/**
 * Deps on an empty database of the engine of this run, or on the one that a URL names: a clock that
 * is moved by hand, ids and secrets that count up.
 */
export async function testDeps(url?: string): Promise<{
  readonly deps: Deps;
  pass(seconds: number): void;
  close(): Promise<void>;
}> {
  let now = BEGINNING;
  let made = 0;
  const clock = (): number => now;
  const database = url === undefined ? await quickDatabase() : null;
  const opened = await openStore(database?.url ?? url ?? '', { clock, strict: true });
  await opened.migrate();
  const nothing = (): void => undefined;
  const deps: Deps = {
    store: opened.store,
    classifier: NO_CLASSIFIER,
    scorer: null,
    sender: PUBLIC_ONLY,
    clock,
    stopwatch: () => 0,
    newId: (prefix) => {
      made += 1;
      return `${prefix}_${String(made).padStart(26, '0')}`;
    },
    randomBytes: (count) => {
      made += 1;
      return createHash('sha512').update(String(made)).digest().subarray(0, count);
    },
    meter: {
      submitted: nothing,
      judged: nothing,
      decided: nothing,
      scored: nothing,
      posted: nothing,
    },
    inFlight: new Map(),
    log: { info: nothing, warn: nothing, error: nothing },
  };
  const pass = (seconds: number): void => {
    now += seconds * 1000;
  };
  return {
    deps,
    pass,
    close: async () => {
      await opened.close();
      await database?.remove();
    },
  };
}
