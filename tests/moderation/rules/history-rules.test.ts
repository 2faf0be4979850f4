import { describe, expect, it } from 'vitest';

import { type BlockFact, EMPTY_HISTORY } from '../../../src/moderation/facts.js';
import { findingsOf, judged } from '../judging.js';

const block = (change: Partial<BlockFact> = {}): BlockFact => ({
  id: 'blk_1',
  kind: 'author',
  mode: 'reject',
  ...change,
});
const on = (rule: string, section: Record<string, unknown> = {}): unknown => ({
  rules: { [rule]: { enabled: true, ...section } },
});

describe('Blocks', () => {
  it.each([
    ['author', 'reject', 'reject', 'blocked.author', false],
    ['author', 'hold', 'hold', 'blocked.author', false],
    ['author', 'shadow', 'reject', 'blocked.author', true],
    ['name', 'reject', 'reject', 'blocked.identifier', false],
    ['email', 'hold', 'hold', 'blocked.identifier', false],
    ['email_domain', 'reject', 'reject', 'blocked.identifier', false],
    ['ip', 'shadow', 'reject', 'blocked.identifier', true],
  ] as const)('on %s in mode %s: %s', (kind, mode, action, reason, shadow) => {
    const blocks = [block({ kind, mode })];
    const verdict = judged({ ip: '192.0.2.1', history: { blocks } });
    expect(verdict).toMatchObject({ action, shadow, findings: [{ reason }] });
  });

  it('of two the severer is followed', () => {
    const blocks = [block({ mode: 'hold' }), block({ kind: 'email', mode: 'reject' })];
    expect(judged({ history: { blocks } }).action).toBe('reject');
  });

  it('on addresses are unknown for a comment that came without one', () => {
    const history = { ip_blocks_in_force: true };
    expect(findingsOf('identifier_blocked', { history })).toMatchObject([
      { outcome: 'unknown', action: 'approve' },
    ]);
    expect(judged({ history }, on('identifier_blocked', { on_unknown: 'hold' })).action).toBe(
      'hold',
    );
    expect(findingsOf('identifier_blocked', { ip: '192.0.2.1', history })).toEqual([]);
  });
});

describe('A thread', () => {
  it('that is closed takes no comment', () => {
    const history = { thread: { ...EMPTY_HISTORY.thread, open: false } };
    expect(judged({ history })).toMatchObject({
      action: 'reject',
      findings: [{ reason: 'off_limits.thread_closed' }],
    });
  });

  it('that is premoderated has every comment held', () => {
    const history = { thread: { ...EMPTY_HISTORY.thread, premoderated: true } };
    expect(judged({ history })).toMatchObject({
      action: 'hold',
      findings: [{ reason: 'conduct.premoderated_thread' }],
    });
  });
});

describe('repeated_text', () => {
  const body = 'Buy now at my shop, very cheap.';

  it.each([
    ['within the day', body, 3_600, 'reject'],
    ['after the window', body, 25 * 3_600, 'approve'],
    ['of a short text', 'I agree.', 60, 'approve'],
    ['never before', body, null, 'approve'],
  ])('%s: "%s"', (_, text, same_text_age, action) => {
    expect(judged({ body: text, history: { same_text_age } }).action).toBe(action);
  });
});

describe('posting_too_fast', () => {
  it.each([
    ['the ninth comment of an author in a minute', { recent_ages: Array(8).fill(59) }, 'hold'],
    ['the eighth', { recent_ages: Array(7).fill(59) }, 'approve'],
    ['comments longer ago', { recent_ages: Array(50).fill(61) }, 'approve'],
    ['the 31st from one address', { recent_ages_ip: Array(30).fill(10) }, 'hold'],
    ['the 30th from one address', { recent_ages_ip: Array(29).fill(10) }, 'approve'],
  ])('%s', (_, history, action) => {
    expect(judged({ history }).action).toBe(action);
  });
});

describe('Premoderation', () => {
  it('of a site holds every comment where the policy wants it', () => {
    expect(judged({}).action).toBe('approve');
    expect(judged({}, on('premoderation')).action).toBe('hold');
  });

  it('of new authors ends with their first approved comment', () => {
    const policy = on('new_author', { min_approved: 2 });
    expect(judged({ history: { approved_count: 1 } }, policy).action).toBe('hold');
    expect(judged({ history: { approved_count: 2 } }, policy).action).toBe('approve');
    expect(judged({ history: { approved_count: 0 } }).action).toBe('approve');
  });

  it('opens no door: an author of many approved comments is judged like any other', () => {
    const history = { approved_count: 10_000 };
    expect(judged({ body: 'fuck this', history }).action).toBe('reject');
  });
});

describe('An edit of a comment that a person rejected', () => {
  it('waits for a person', () => {
    expect(judged({ history: { rejected_by_person: true } })).toMatchObject({
      action: 'hold',
      findings: [{ reason: 'conduct.edited_after_rejection' }],
    });
  });
});
