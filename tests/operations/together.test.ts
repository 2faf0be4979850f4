import { describe, expect, it } from 'vitest';

import { together } from '../../src/operations/together.js';

describe('What is asked of the store at once', () => {
  it('has its answers in the order of the questions', async () => {
    const answers = await together([Promise.resolve('one'), Promise.resolve(2)]);
    expect(answers).toEqual(['one', 2]);
  });

  it('is waited for also where something fails, and the failure comes then', async () => {
    const done: string[] = [];
    const slow = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      done.push('written');
    };
    const failing = Promise.reject(new Error('refused'));
    await expect(together([failing, slow()])).rejects.toThrow('refused');
    expect(done).toEqual(['written']);
  });

  it('fails with what failed first of what was asked', async () => {
    const [one, two] = [new Error('the first'), new Error('the second')];
    await expect(together([Promise.reject(one), Promise.reject(two)])).rejects.toBe(one);
  });
});
