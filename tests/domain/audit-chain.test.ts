import { describe, expect, it } from 'vitest';

import { isEventType, type AuditEntry } from '../../src/domain/audit.js';
import { EMPTY_CHAIN, entryHash, entryProblem } from '../../src/domain/audit-chain.js';

function entryAfter(previous: { sequence: number; hash: string }): AuditEntry {
  const entry = {
    sequence: previous.sequence + 1,
    id: `evt_${previous.sequence + 1}`,
    kind: 'comment.approved',
    actor_kind: 'system',
    actor_id: null,
    object_kind: 'comment',
    object_id: 'cmt_1',
    comment_id: 'cmt_1',
    author_id: 'aut_1',
    before_state: null,
    after_state: '{"status":"approved"}',
    created_at: '2026-11-23T12:00:00.000Z',
    previous_hash: previous.hash,
  } as const;
  return { ...entry, hash: entryHash('default', entry) };
}

describe('A chain of entries', () => {
  const first = entryAfter(EMPTY_CHAIN);
  const second = entryAfter(first);

  it('is sound as it was made', () => {
    expect(entryProblem('default', first, EMPTY_CHAIN)).toBeNull();
    expect(entryProblem('default', second, first)).toBeNull();
  });

  it.each([
    ['an entry missing', second, EMPTY_CHAIN, 'the entry 1 is missing'],
    [
      'an entry before it changed',
      second,
      { ...first, hash: 'f'.repeat(64) },
      'it does not follow the entry before it',
    ],
    [
      'an entry changed',
      { ...second, actor_id: 'someone' },
      first,
      'what it says is not what was hashed',
    ],
  ])('shows %s', (_, entry, previous, problem) => {
    expect(entryProblem('default', entry, previous)).toBe(problem);
  });

  it('is of one site alone', () => {
    expect(entryProblem('other', first, EMPTY_CHAIN)).toBe('what it says is not what was hashed');
  });
});

describe('What others are told of', () => {
  it('is some of what is on record', () => {
    expect([isEventType('comment.held'), isEventType('key.created')]).toEqual([true, false]);
  });
});
