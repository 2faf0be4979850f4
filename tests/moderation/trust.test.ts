import { describe, expect, it } from 'vitest';

import { judged } from './judging.js';

const trusting = (rule: string, more: object = {}): object => ({
  rules: { [rule]: { exempt_after_approved: 3, ...more } },
});
const after = (approved_count: number, body: string, policy?: object): string =>
  judged({ body, history: { approved_count } }, policy).action;

describe('An author whom a rule exempts', () => {
  const insult = 'You are an idiot.';

  it.each([
    ['is held like any other before the last approved comment that it takes', 2, 'hold'],
    ['is not held from that one on', 3, 'approve'],
    ['is not held ever after', 900, 'approve'],
  ])('%s', (_, approved, action) => {
    expect(after(approved, insult, trusting('personal_attack'))).toBe(action);
  });

  it('is rejected all the same where the rule rejects', () => {
    const policy = trusting('personal_attack', { action: 'reject' });
    expect(after(900, insult, policy)).toBe('reject');
    expect(after(900, 'fuck this', trusting('strong_profanity'))).toBe('reject');
  });

  it('is held by the other rules', () => {
    expect(after(900, `${insult} I mean it.`, trusting('shouting'))).toBe('hold');
  });

  it('is told of nobody where the policy exempts nobody', () => {
    expect(after(100_000, insult)).toBe('hold');
  });

  it('keeps the finding, with what follows from it', () => {
    const history = { approved_count: 3 };
    expect(judged({ body: insult, history }, trusting('personal_attack'))).toMatchObject({
      action: 'approve',
      findings: [{ rule: 'personal_attack', outcome: 'match', action: 'approve' }],
    });
  });
});
