import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Policy } from '../../../src/domain/policy.js';
import { EMPTY_HISTORY, type HistoryFacts } from '../../../src/moderation/facts.js';
import { factsOfText } from '../../../src/operations/judging/judge.js';
import { askOutside, judgeAsked } from '../../../src/operations/judging/outside.js';
import { policyFrom } from '../../moderation/judging.js';
import { testDeps } from '../../support/deps.js';

const AUTHOR = { name: 'Robin', email: null, url: null, ip: null, user_agent: null };
const BLOCKED: HistoryFacts = {
  ...EMPTY_HISTORY,
  blocks: [{ id: 'blk_1', kind: 'author', mode: 'reject' }],
};
const OFF = { rules: { outside_scores: { enabled: false } } };

let service: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  service = await testDeps();
});
afterEach(async () => service.close());

/** A comment that the scorer was not asked about, judged in the transaction. */
function judgedUnasked(policy: Policy, history: HistoryFacts, body = 'A civil remark.') {
  const text = factsOfText(service.deps, { body, locale: null, author: AUTHOR }, null);
  const { verdict, facts } = judgeAsked(service.deps, policy, { text, history, asked: 'not_asked' });
  return { action: verdict.action, rules: verdict.findings.map(({ rule }) => rule), facts };
}

describe('A comment that nobody outside was asked about', () => {
  it('is rejected without a word on scores where it is rejected anyway', () => {
    const judged = judgedUnasked(policyFrom({}), BLOCKED);
    expect(judged).toMatchObject({ action: 'reject', rules: ['author_blocked'] });
    expect(judged.facts.outside).toBeNull();
  });

  it('is held where it turns out not to be rejected, as after a block was lifted', () => {
    const judged = judgedUnasked(policyFrom({}), EMPTY_HISTORY);
    expect(judged).toMatchObject({ action: 'hold', rules: ['outside_scores'] });
    expect(judged.facts.outside).toBe('unavailable');
  });

  it('passes where the policy does not look at such scores', () => {
    const judged = judgedUnasked(policyFrom(OFF), EMPTY_HISTORY);
    expect(judged).toMatchObject({ action: 'approve', rules: [] });
    expect(judged.facts.outside).toBeNull();
  });
});

describe('Without an outside scorer', () => {
  it('a text is judged once, and nothing of scores is kept', async () => {
    let judgings = 0;
    const meter = { ...service.deps.meter, judged: () => (judgings += 1) };
    const deps = { ...service.deps, meter };
    const policy = policyFrom({});
    const text = factsOfText(deps, { body: 'A remark.', locale: null, author: AUTHOR }, null);
    const asked = await askOutside(deps, policy, { text, history: EMPTY_HISTORY });
    judgeAsked(deps, policy, { text, history: EMPTY_HISTORY, asked });
    expect([asked, judgings]).toEqual([null, 1]);
  });
});
