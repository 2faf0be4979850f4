import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Decision } from '../../src/domain/decision.js';
import { moderator } from '../../src/operations/decide-comment.js';
import { applyDecision } from '../../src/operations/deciding/apply-decision.js';
import { currentPolicy } from '../../src/operations/found.js';
import type { PersonalDecision } from '../../src/operations/judging/record.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const SITE = 'default';
const person = moderator({ id: 'key', site_id: SITE, name: 'Mo', scope: 'moderate' });

async function reportedComment(): Promise<string> {
  const { body } = await service.cms.post('/v1/comments', aComment());
  await service.cms.post(`/v1/comments/${body.comment.id}/reports`, {
    reporter: { external_id: 'reader' },
    reason: 'hate',
  });
  return body.comment.id;
}

/** Decides as undo, appeals and blocks do, and says what the report then has for an outcome. */
async function after(
  id: string,
  act: Pick<PersonalDecision, 'action'> & Partial<PersonalDecision>,
): Promise<{ readonly decision: Decision | undefined; readonly outcome: unknown }> {
  const applied = await service.deps.store.transaction(SITE, async (store) => {
    const deps = { ...service.deps, store };
    const before = await store.comments.get(SITE, id);
    if (before === null) throw new Error('no such comment');
    const given = { actor: person, shadow: false, reason: null, note: null, ...act };
    const policy = await currentPolicy(deps, SITE);
    return applyDecision(deps, SITE, { before, act: given, policy });
  });
  const { outcome } = await service.deps.store.reports.ofReporter(SITE, id, 'reader');
  return { decision: applied?.decision, outcome };
}

const first = async (id: string): Promise<string> =>
  (await service.moderator.get(`/v1/comments/${id}`)).body.decisions[0].id;

describe('A report (settleReports)', () => {
  it('is open again when the approval that answered it is undone', async () => {
    const id = await reportedComment();
    expect((await after(id, { action: 'approve' })).outcome).toBe('disagreed');
    expect((await after(id, { action: 'approve', restores: await first(id) })).outcome).toBeNull();
  });

  it('is open again when the comment goes back to waiting', async () => {
    const id = await reportedComment();
    expect((await after(id, { action: 'reject' })).outcome).toBe('agreed');
    expect((await after(id, { action: 'hold', restores: await first(id) })).outcome).toBeNull();
  });

  it('is disagreed with when an appeal overturns the rejection', async () => {
    const id = await reportedComment();
    await after(id, { action: 'reject' });
    const restores = await first(id);
    expect((await after(id, { action: 'approve', restores })).outcome).toBe('disagreed');
  });

  it('stays open through a block’s take-down and its end', async () => {
    const id = await reportedComment();
    expect((await after(id, { action: 'reject', block_id: 'blk_1' })).outcome).toBeNull();
    const restores = await first(id);
    expect((await after(id, { action: 'approve', restores })).outcome).toBeNull();
  });

  it('is not answered by who decided elsewhere, nor by a moderator who holds', async () => {
    const id = await reportedComment();
    const actor = { kind: 'import', id: null, name: 'import' } as const;
    expect((await after(id, { action: 'approve', actor })).outcome).toBeNull();
    expect((await after(id, { action: 'hold' })).outcome).toBeNull();
  });
});
