import { describe, expect, it } from 'vitest';

import { ACTIONS, bySeverity, milder, severer } from '../../src/domain/action.js';
import { permits, SCOPES } from '../../src/domain/api-key.js';
import { STATUSES, statusOf } from '../../src/domain/status.js';

describe('Of two actions', () => {
  it.each([
    ['approve', 'approve', 'approve', 'approve'],
    ['approve', 'hold', 'approve', 'hold'],
    ['approve', 'reject', 'approve', 'reject'],
    ['hold', 'hold', 'hold', 'hold'],
    ['hold', 'reject', 'hold', 'reject'],
    ['reject', 'reject', 'reject', 'reject'],
  ] as const)('%s and %s the milder is %s and the severer %s', (a, b, mild, severe) => {
    expect([milder(a, b), milder(b, a)]).toEqual([mild, mild]);
    expect([severer(a, b), severer(b, a)]).toEqual([severe, severe]);
  });

  it('the milder comes first', () => {
    expect(ACTIONS.toReversed().sort(bySeverity)).toEqual(ACTIONS);
  });
});

describe('An action', () => {
  it.each([
    ['approve', 'approved'],
    ['hold', 'pending'],
    ['reject', 'rejected'],
  ] as const)('%s leads to the status %s', (action, status) => {
    expect(statusOf(action)).toBe(status);
    expect(STATUSES).toContain(status);
  });
});

describe('A key', () => {
  it.each([
    ['submit', ['submit']],
    ['moderate', ['submit', 'moderate']],
    ['admin', ['submit', 'moderate', 'admin']],
  ] as const)('of scope %s may do what needs %j, and nothing else', (held, needed) => {
    expect(SCOPES.filter((scope) => permits(held, scope))).toEqual(needed);
  });
});
