import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startSettling } from '../../src/commands/settling-worker.js';
import { SETTLE_AFTER_START_SECONDS } from '../../src/limits/transfer.js';
import { testDeps } from '../support/deps.js';

let test: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  test = await testDeps();
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await test.close();
});

describe('The settling worker', () => {
  it('takes away what the start left behind', async () => {
    const left = leftBehind();
    const worker = startSettling(test.deps);
    await vi.advanceTimersByTimeAsync(SETTLE_AFTER_START_SECONDS * 1000);
    await worker.stop();
    expect(left.deref()).toBeUndefined();
  });

  it('does nothing where the service stops before', async () => {
    await startSettling(test.deps).stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** In a function of its own, so that nothing else holds it. */
function leftBehind(): WeakRef<object> {
  return new WeakRef({ garbage: 'x'.repeat(1_000) });
}
