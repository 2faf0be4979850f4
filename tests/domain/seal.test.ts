import { describe, expect, it } from 'vitest';

import { type Decision, NO_GROUNDS, SYSTEM } from '../../src/domain/decision.js';
import { bodyDigest, decisionDigest } from '../../src/domain/seal.js';

const SEAL = 'ab'.repeat(16);

const decision: Decision = {
  ...NO_GROUNDS,
  id: 'dec_1',
  comment_id: 'cmt_1',
  comment_version: 1,
  actor: SYSTEM,
  action: 'hold',
  status: 'pending',
  shadow: false,
  reason: null,
  note: null,
  policy_version: 1,
  policy_digest: 'sha256:0',
  facts: null,
  supersedes: null,
  created_at: '2026-11-23T12:00:00.000Z',
  findings: [
    {
      rule: 'personal_attack',
      standard: 'personal_attack',
      reason: 'attack.insult',
      outcome: 'match',
      action: 'hold',
      observed_action: null,
      message: 'It insults.',
      field: 'body',
      spans: [{ start: 0, end: 5 }],
      terms: ['moron'],
    },
  ],
};

describe('The digest of a text', () => {
  it('is equal for the same text under the same seal alone', () => {
    const digest = bodyDigest(SEAL, 'A text.');
    expect(digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(bodyDigest(SEAL, 'A text.')).toBe(digest);
    expect(bodyDigest(SEAL, 'A text!')).not.toBe(digest);
    expect(bodyDigest('cd'.repeat(16), 'A text.')).not.toBe(digest);
  });

  it('is none without a seal', () => {
    expect([bodyDigest(null, 'A text.'), decisionDigest(null, decision)]).toEqual([null, null]);
  });
});

describe('The digest of a decision', () => {
  const [finding] = decision.findings;

  it.each([
    ['its reason', { reason: 'polite' }],
    ['its note', { note: 'ask Ben' }],
    ['who took it', { actor: { ...SYSTEM, name: 'Eve' } }],
    ['its status', { status: 'approved' }],
    ['the law it names', { legal_ground: '§ 185 StGB' }],
    ['what was found', { findings: [] }],
    ['where it was found', { findings: [{ ...finding, spans: [{ start: 1, end: 5 }] }] }],
  ])('differs with %s', (_, change) => {
    const other = { ...decision, ...change } as Decision;
    expect(decisionDigest(SEAL, other)).not.toBe(decisionDigest(SEAL, decision));
  });
});
