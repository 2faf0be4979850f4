import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GatepostError } from '../../src/domain/errors.js';
import { createSite } from '../../src/operations/create-site.js';
import { answerOnce } from '../../src/operations/idempotency.js';
import { testDeps } from '../support/deps.js';

const caller = { id: 'key', site_id: 'default', name: 'CMS', scope: 'submit' } as const;
const idempotency = { key: 'once', digest: 'a' };

let service: Awaited<ReturnType<typeof testDeps>>;

beforeEach(async () => {
  service = await testDeps();
  await createSite(service.deps, { id: 'default', name: 'Default' });
});
afterEach(async () => service.close());

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof GatepostError ? error.code : String(error)),
  );

/** Work that needs no preparation. */
const ready =
  <T>(work: () => Promise<T>) =>
  async () =>
    work;

describe('answerOnce', () => {
  it('refuses the same request while the first is being worked on, then repeats its answer', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = answerOnce(service.deps, { caller, idempotency }, ready(async () => {
      await held;
      return { said: 1 };
    }));
    const again = async () =>
      answerOnce(service.deps, { caller, idempotency }, ready(async () => ({ said: 2 })));
    expect(await codeOf(again())).toBe('request_in_progress');
    const other = { caller, idempotency: { ...idempotency, digest: 'b' } };
    expect(await codeOf(answerOnce(service.deps, other, ready(async () => null)))).toBe(
      'idempotency_key_reused',
    );
    finish();
    expect(await first).toEqual({ answer: { said: 1 }, replayed: false });
    expect(await again()).toEqual({ answer: { said: 1 }, replayed: true });
  });

  it('remembers nothing of work that failed', async () => {
    const failing = answerOnce(service.deps, { caller, idempotency }, ready(async () => {
      throw new GatepostError('not_found', 'There is none.');
    }));
    expect(await codeOf(failing)).toBe('not_found');
    const done = ready(async () => 'done');
    const second = await answerOnce(service.deps, { caller, idempotency }, done);
    expect(second).toEqual({ answer: 'done', replayed: false });
  });

  it('prepares nothing for a request whose twin is being prepared, and all for one after it', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let prepared = 0;
    const ask = async () =>
      answerOnce(service.deps, { caller, idempotency }, async () => {
        prepared += 1;
        await held;
        return async () => 'done';
      });
    const first = ask();
    expect(await codeOf(ask())).toBe('request_in_progress');
    expect(prepared).toBe(1);
    finish();
    expect(await first).toEqual({ answer: 'done', replayed: false });
    expect(await ask()).toEqual({ answer: 'done', replayed: true });
  });

  it('remembers nothing of a preparation that failed', async () => {
    const failing = answerOnce(service.deps, { caller, idempotency }, async () => {
      throw new GatepostError('not_found', 'There is none.');
    });
    expect(await codeOf(failing)).toBe('not_found');
    const second = answerOnce(service.deps, { caller, idempotency }, ready(async () => 'done'));
    expect(await second).toEqual({ answer: 'done', replayed: false });
  });
});
