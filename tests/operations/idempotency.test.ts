import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GatepostError } from '../../src/domain/errors.js';
import { answerOnce } from '../../src/operations/idempotency.js';
import { testDeps } from '../support/deps.js';

const caller = { id: 'key', site_id: 'default', name: 'CMS', scope: 'submit' } as const;
const idempotency = { key: 'once', digest: 'a' };

let service: Awaited<ReturnType<typeof testDeps>>;

beforeEach(async () => {
  service = await testDeps();
  await service.deps.store.sites.insert({
    id: 'default',
    name: 'Default',
    created_at: '2026-01-01T00:00:00.000Z',
  });
});
afterEach(async () => service.close());

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof GatepostError ? error.code : String(error)),
  );

describe('answerOnce', () => {
  it('refuses the same request while the first is being worked on, then repeats its answer', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = answerOnce(service.deps, { caller, idempotency }, async () => {
      await held;
      return { said: 1 };
    });
    const again = async () =>
      answerOnce(service.deps, { caller, idempotency }, async () => ({ said: 2 }));
    expect(await codeOf(again())).toBe('request_in_progress');
    const other = { caller, idempotency: { ...idempotency, digest: 'b' } };
    expect(await codeOf(answerOnce(service.deps, other, async () => null))).toBe(
      'idempotency_key_reused',
    );
    finish();
    expect(await first).toEqual({ answer: { said: 1 }, replayed: false });
    expect(await again()).toEqual({ answer: { said: 1 }, replayed: true });
  });

  it('remembers nothing of work that failed', async () => {
    const failing = answerOnce(service.deps, { caller, idempotency }, async () => {
      throw new GatepostError('not_found', 'There is none.');
    });
    expect(await codeOf(failing)).toBe('not_found');
    const second = await answerOnce(service.deps, { caller, idempotency }, async () => 'done');
    expect(second).toEqual({ answer: 'done', replayed: false });
  });
});
