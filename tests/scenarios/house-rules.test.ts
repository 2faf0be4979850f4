import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aComment, type TestApp } from '../support/app.js';
import { startScoringApp, teach } from '../support/house.js';
import { rivalHouse } from '../support/teaching.js';

let service: TestApp;
beforeAll(async () => {
  service = await startScoringApp();
  await teach(service, rivalHouse(300));
}, 120_000);
afterAll(async () => service.close());

const RIVAL = 'Did anybody see what the Morning Herald wrote about our library?';
const said = async (body: string) => (await service.cms.post('/v1/comments', aComment({ body }))).body;

describe('A newspaper whose moderators reject whoever names its rival', () => {
  it('has this learnt, and says from what and how well', async () => {
    const { status, body } = await service.moderator.get('/v1/models/site');
    expect(status).toBe(200);
    expect(body).toMatchObject({ use: 'newest', pinned_version: null, chosen_by: null });
    expect(body.acting_version).toBe(body.model.version);
    expect(body.versions).toHaveLength(body.model.version);
    expect(body.versions.at(-1).record.read).toBe(200);
    const { model } = body;
    expect(model).toMatchObject({ ground: 'better', created_by: 'gatepost' });
    expect(model.record).toMatchObject({ moderators: 3 });
    expect(model.record.trial.gain_at_least).toBeGreaterThan(0);
    expect(model.record.trial.house.roc_auc).toBeGreaterThan(model.record.trial.shipped.roc_auc);
    expect(model.raises.map(({ term }: { term: string }) => term)).toContain('morning herald');
    expect(JSON.stringify(body)).not.toContain('Honestly');
  });

  it('has a civil comment held that names it, with the words and what became of others', async () => {
    const { comment, verdict } = await said(RIVAL);
    expect(comment.status).toBe('pending');
    const [finding, ...others] = verdict.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'classifier_scores',
      reason: 'conduct.likely_rejected_here',
      action: 'hold',
    });
    const { body } = await service.moderator.get(`/v1/comments/${comment.id}`);
    const { terms, spans } = body.findings[0];
    expect(terms[0]).toMatch(/^house 0\.[789]/u);
    expect(terms.join()).toMatch(/morning herald \(rejected (\d+) of \1\)/u);
    const words = spans.map(({ start, end }: { start: number; end: number }) =>
      RIVAL.slice(start, end),
    );
    expect(words).toContain('Morning Herald');
  });

  it('keeps the version beside the score, so that a replay judges alike', async () => {
    const { comment } = await said(`${RIVAL} I did.`);
    const decisions = await service.deps.store.decisions.latestOf('default', [comment.id]);
    const facts = JSON.parse(decisions.get(comment.id)?.facts ?? '{}');
    const state = await service.moderator.get('/v1/models/site');
    expect(facts.house_model).toBe(state.body.acting_version);
    expect(facts.scores.house).toBeGreaterThan(0.7);
  });

  it.each([
    'Did anybody see what our library has on its shelves now?',
    'The morning market was lovely, and the herring fresh.',
    'My herald of spring is the first crocus in the garden.',
  ])('leaves other talk alone: %s', async (body) => {
    expect((await said(body)).comment.status).toBe('approved');
  });

  it('has previews and edits judged the same way', async () => {
    const preview = await service.cms.post('/v1/preview', aComment({ body: `${RIVAL} Preview.` }));
    expect(preview.body.verdict.action).toBe('hold');
    // The words are told to a CMS; what moderators did with them is for moderators.
    const told = JSON.stringify(preview.body);
    expect(told).toContain('"morning herald"');
    expect(told).not.toContain('(rejected');
    const { comment } = await said('An innocent remark about the trams.');
    const edit = await service.cms.patch(`/v1/comments/${comment.id}`, { body: `${RIVAL} Edit.` });
    expect(edit.body.comment.status).toBe('pending');
  });

  it('lets a policy take no notice of it', async () => {
    const { body: policy } = await service.admin.get('/v1/policy');
    const off = { classifier_scores: { house: { hold_at: null, reject_at: null } } };
    await service.admin.put('/v1/policy', { rules: off }, { 'if-match': '*' });
    expect((await said(`${RIVAL} Off.`)).comment.status).toBe('approved');
    const back = await service.admin.put('/v1/policy', { rules: policy.rules }, { 'if-match': '*' });
    expect(back.status).toBe(200);
    expect((await said(`${RIVAL} On.`)).comment.status).toBe('pending');
  });
});
