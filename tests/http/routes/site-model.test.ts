import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadClassifier } from '../../../src/commands/load-classifier.js';
import { chooseSiteModel } from '../../../src/operations/choose-site-model.js';
import { getSiteModel } from '../../../src/operations/get-site-model.js';
import { learnHouse } from '../../../src/operations/learn-house.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { startScoringApp, teach } from '../../support/house.js';
import { CALLER } from '../../support/replaying.js';
import { rivalHouse } from '../../support/teaching.js';

let service: TestApp;
let taught: TestApp;
beforeAll(async () => {
  service = await startScoringApp();
  taught = await startScoringApp();
  await teach(taught, rivalHouse(220));
}, 120_000);
afterAll(async () => {
  await service.close();
  await taught.close();
});

let asked = 0;
const statusOfRival = async (): Promise<string> => {
  asked += 1;
  const body = `Visitor ${asked} read about the library in the Morning Herald today.`;
  return (await taught.cms.post('/v1/comments', aComment({ body }))).body.comment.status;
};

describe('GET /v1/models/site (getSiteModel)', () => {
  it('says that nothing was learnt before there is anything to learn from', async () => {
    const { status, body } = await service.moderator.get('/v1/models/site');
    expect(status).toBe(200);
    expect(body).toEqual({
      use: 'newest',
      pinned_version: null,
      chosen_at: null,
      chosen_by: null,
      acting_version: null,
      model: null,
      versions: [],
    });
  });

  it('wants the scope moderate', async () => {
    expect((await service.cms.get('/v1/models/site')).status).toBe(403);
  });

  it('says nothing of another site', async () => {
    const other = await taught.client('admin', 'other');
    expect((await other.get('/v1/models/site')).body.model).toBeNull();
    expect((await other.put('/v1/models/site', { version: 1 })).status).toBe(404);
  });
});

describe('POST /v1/models/site/train (learnHouse)', () => {
  it('makes a version that does not act where there is too little to learn from', async () => {
    const { status, body } = await service.admin.post('/v1/models/site/train');
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, ground: 'too_few_decisions', terms: 0, raises: [] });
    expect(body.record).toMatchObject({ read: 0, trial: null, last_decision_id: null });
    const state = await service.moderator.get('/v1/models/site');
    expect(state.body).toMatchObject({ acting_version: null, model: { version: 1 } });
  });

  it('learns the same from the same record', async () => {
    const one = (await taught.admin.post('/v1/models/site/train')).body;
    const other = (await taught.admin.post('/v1/models/site/train')).body;
    expect(other.version).toBe(Number(one.version) + 1);
    expect({ ...other, version: 0, created_at: '' }).toEqual({ ...one, version: 0, created_at: '' });
    expect(one).toMatchObject({ ground: 'better', created_by: 'admin' });
  });

  it('learns one version at a time', async () => {
    // Not over HTTP: the second request may come when the first has learnt.
    const input = { site_id: 'default', by: 'admin' };
    const [first, second] = await Promise.allSettled([
      learnHouse(taught.deps, input),
      learnHouse(taught.deps, input),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'training_in_progress' } });
  });

  it('wants the scope admin', async () => {
    expect((await service.moderator.post('/v1/models/site/train')).status).toBe(403);
  });

  it('has nothing to stand on where no classifier is loaded', async () => {
    const bare = await startTestApp();
    const { status, body } = await bare.admin.post('/v1/models/site/train');
    expect([status, body.code]).toEqual([409, 'no_model']);
    await bare.close();
  });
});

describe('PUT /v1/models/site (chooseSiteModel)', () => {
  it('switches it off and on again, and keeps who did and when', async () => {
    expect(await statusOfRival()).toBe('pending');
    const { status, body } = await taught.admin.put('/v1/models/site', { version: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({ use: 'off', chosen_by: 'admin', acting_version: null });
    expect(body.chosen_at).toMatch(/^2026-/u);
    expect(body.model.ground).toBe('better');
    expect(await statusOfRival()).toBe('approved');
    const on = await taught.admin.put('/v1/models/site', { version: 'newest' });
    expect(on.body.acting_version).toBe(on.body.versions[0].version);
    expect(await statusOfRival()).toBe('pending');
  });

  it('rolls back to an older version, and stays with it when a new one is learnt', async () => {
    const back = await taught.admin.put('/v1/models/site', { version: 1 });
    expect(back.body).toMatchObject({ use: 'pinned', pinned_version: 1, acting_version: 1 });
    await taught.admin.post('/v1/models/site/train');
    const { body } = await taught.moderator.get('/v1/models/site');
    expect(body).toMatchObject({ acting_version: 1, model: { version: 1 } });
    expect(body.versions[0].version).toBeGreaterThan(1);
    await taught.admin.put('/v1/models/site', { version: 'newest' });
  });

  it.each([
    [{ version: 99 }, 404],
    [{ version: 0 }, 400],
    [{ version: 'oldest' }, 400],
    [{}, 400],
  ])('refuses %j with %i', async (choice, status) => {
    expect((await taught.admin.put('/v1/models/site', choice)).status).toBe(status);
  });

  it('wants the scope admin', async () => {
    expect((await taught.moderator.put('/v1/models/site', { version: null })).status).toBe(403);
  });
});

describe('A version', () => {
  it('does not act on another shipped model than it was learnt on', async () => {
    const another = { ...loadClassifier(null), version: 'en-9.9.9' };
    const deps = { ...taught.deps, classifier: another };
    const before = await getSiteModel(taught.deps, { caller: CALLER });
    expect(before.acting_version).not.toBeNull();
    expect((await getSiteModel(deps, { caller: CALLER })).acting_version).toBeNull();
  });

  it.each([
    ['within a second', 1],
    ['also when the clock was set back an hour', -3_600],
  ])('of another instance is seen %s', async (_, seconds) => {
    expect(await statusOfRival()).toBe('pending');
    const version = await taught.deps.store.siteModels.newestVersion('default');
    await taught.deps.store.transaction('default', async ({ siteModels }) =>
      siteModels.addChoice('default', {
        use: 'off',
        version: null,
        created_at: '2026-11-23T12:00:00.000Z',
        created_by: 'another instance',
      }),
    );
    taught.pass(seconds);
    expect(await statusOfRival()).toBe('approved');
    const on = await chooseSiteModel(taught.deps, { caller: CALLER, version });
    expect(on.acting_version).toBe(version);
  });

  it('is forgotten once there are fifty newer ones, unless it is pinned', async () => {
    await service.admin.put('/v1/models/site', { version: 1 });
    for (let made = 0; made < 52; made += 1) {
      await learnHouse(service.deps, { site_id: 'default', by: 'test' });
    }
    const { body } = await service.moderator.get('/v1/models/site');
    const versions = body.versions.map(({ version }: { version: number }) => version);
    expect([versions.length, versions[0], versions[49], versions[50]]).toEqual([51, 53, 4, 1]);
  });
});

describe('A pinned version', () => {
  it('is let go of once it foretells decisions worse than the shipped model', async () => {
    const changed = await startScoringApp();
    await teach(changed, rivalHouse(220));
    await changed.admin.put('/v1/models/site', { version: 1 });
    const since = rivalHouse(300).slice(220);
    const otherwise = since.map(({ body, rejected }) => ({ body, rejected: rejected !== true }));
    await teach(changed, otherwise);
    const { body } = await changed.moderator.get('/v1/models/site');
    expect(body).toMatchObject({ use: 'newest', chosen_by: 'gatepost', acting_version: null });
    expect(body.model.ground).toBe('not_better');
    await changed.close();
  });
});

describe('What a moderator rejects with its author', () => {
  it('teaches nothing about words', async () => {
    const own = await startScoringApp();
    await own.admin.put(
      '/v1/policy',
      { rules: { premoderation: { enabled: true } } },
      { 'if-match': '*' },
    );
    const author = { external_id: 'troll', name: 'Troll' };
    const made = await own.cms.post('/v1/comments', aComment({ author }));
    expect(made.body.comment.status).toBe('pending');
    const id = made.body.comment.author.id;
    const block = { reason: 'trolling', reject_pending: true };
    expect((await own.moderator.post(`/v1/authors/${id}/block`, block)).status).toBe(200);
    const { body } = await own.admin.post('/v1/models/site/train');
    expect(body.record.read).toBe(0);
    await own.close();
  });
});
