import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../support/app.js';
import type { Answer } from '../../support/client.js';
import { heldComment, shownComment } from '../../support/desk.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const undo = async (id: string, body?: object): Promise<Answer> =>
  service.moderator.post(`/v1/decisions/${id}/undo`, body);
const decide = async (id: string, action: string, seen_version: number): Promise<string> =>
  (await service.moderator.post(`/v1/comments/${id}/${action}`, { seen_version })).body.decision.id;
const read = async (id: string): Promise<Answer['body']> =>
  (await service.moderator.get(`/v1/comments/${id}`)).body;

describe('POST /v1/decisions/{id}/undo (undoDecision)', () => {
  it('brings back the status before, by a decision that says which one it restores', async () => {
    const { id } = await heldComment(service);
    const rejection = await decide(id, 'reject', 1);
    const { status, body } = await undo(rejection, { reason: 'wrong comment', note: 'sorry' });
    expect(status).toBe(200);
    expect(body.comment).toMatchObject({ id, status: 'pending', version: 3 });
    const { decisions } = await read(id);
    expect(body.decision).toMatchObject({
      action: 'hold',
      supersedes: rejection,
      restores: decisions[0].id,
      reason: 'wrong comment',
      note: 'sorry',
      actor: { kind: 'moderator' },
    });
    const { body: queue } = await service.moderator.get('/v1/queue');
    expect(queue.data[0]).toMatchObject({
      comment: { id },
      reasons: [{ kind: 'held', decision_id: body.decision.id }, { kind: 'finding' }],
    });
  });

  it('is undone in the same way', async () => {
    const { id } = await shownComment(service);
    const rejection = await decide(id, 'reject', 1);
    const first = (await undo(rejection)).body;
    expect(first.comment.status).toBe('approved');
    const second = (await undo(first.decision.id)).body;
    expect(second.comment).toMatchObject({ status: 'rejected', version: 4 });
    expect(second.decision.restores).toBe(rejection);
  });

  it('restores a rejection that its author does not learn of, with the block that made it', async () => {
    const { id, author } = await heldComment(service);
    const block = { mode: 'shadow', reason: 'trolls' };
    await service.moderator.post(`/v1/authors/${author.id}/block`, block);
    const approval = await decide(id, 'approve', 2);
    const { body } = await undo(approval);
    expect(body.comment).toMatchObject({ status: 'rejected', shadow: true });
    const kept = await service.deps.store.decisions.ofComment('default', id);
    expect(kept[3]?.block_id).toBe(kept[1]?.block_id);
    expect(kept[3]?.block_id).toMatch(/^blk_/u);
  });

  it('answers 409 for a decision that no longer stands, also to the second of two', async () => {
    const { id } = await heldComment(service);
    const first = await decide(id, 'approve', 1);
    const second = await decide(id, 'reject', 2);
    expect((await undo(first)).body.code).toBe('decision_superseded');
    const answers = await Promise.all([undo(second), undo(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(id)).status).toBe('approved');
  });

  it('answers 409 for what the engine said of a new text or an edited one', async () => {
    const { id } = await heldComment(service);
    const [judgement] = (await read(id)).decisions;
    expect((await undo(judgement.id)).body.code).toBe('nothing_to_restore');
    await decide(id, 'reject', 1);
    await service.cms.patch(`/v1/comments/${id}`, { body: 'Thank you, a good article.' });
    const { decisions } = await read(id);
    expect((await undo(decisions.at(-1).id)).body.code).toBe('nothing_to_restore');
  });

  it('answers 409 for what its author withdrew', async () => {
    const { id } = await shownComment(service);
    await service.cms.delete(`/v1/comments/${id}`);
    const { decisions } = await read(id);
    const { status, body } = await undo(decisions.at(-1).id);
    expect([status, body.code]).toEqual([409, 'comment_deleted']);
  });

  it('answers 409 while another moderator works on it, but to one who insists', async () => {
    const { id } = await heldComment(service);
    const approval = await decide(id, 'approve', 1);
    const back = (await undo(approval)).body.decision.id;
    await service.admin.post('/v1/queue/claims', {});
    expect((await undo(back)).body.code).toBe('claimed_by_another');
    expect((await undo(back, { override: true })).status).toBe(200);
  });

  it('is for moderators, and not of another site', async () => {
    const { id } = await heldComment(service);
    const decision = await decide(id, 'approve', 1);
    expect((await service.cms.post(`/v1/decisions/${decision}/undo`, {})).status).toBe(403);
    const other = await service.client('moderate', 'other');
    const { status, body } = await other.post(`/v1/decisions/${decision}/undo`, {});
    expect([status, body.code]).toEqual([404, 'not_found']);
    expect((await undo('dec_none')).status).toBe(404);
  });
});
