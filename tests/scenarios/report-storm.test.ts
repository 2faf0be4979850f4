import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openNoticesOf } from '../../src/operations/reporting/open-notices.js';
import { openReportWeights } from '../../src/operations/reporting/open-weights.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';

let service: TestApp;
beforeEach(async () => {
  service = await startTestApp();
});
afterEach(async () => service.close());

const posted = async (): Promise<string> =>
  (await service.cms.post('/v1/comments', aComment())).body.comment.id;
const report = async (id: string, reader: string): Promise<Answer> =>
  service.cms.post(`/v1/comments/${id}/reports`, {
    reporter: { external_id: reader },
    reason: 'hate',
  });
const file = async (id: string): Promise<Answer['body']> =>
  (await service.moderator.get(`/v1/comments/${id}`)).body;
const holds = async (id: string): Promise<number> =>
  (await file(id)).decisions.filter((each: Answer['body']) => each.action === 'hold').length;
const decide = async (id: string, action: string): Promise<void> => {
  const { version } = await file(id);
  const { status } = await service.moderator.post(`/v1/comments/${id}/${action}`, {
    seen_version: version,
  });
  expect(status).toBe(200);
};

describe('A storm of reports', () => {
  it('holds once, is settled by a person, and takes known readers to hold again', async () => {
    const id = await posted();
    const readers = Array.from({ length: 200 }, (_, at) => `angry-${at}`);
    await Promise.all(readers.map(async (reader) => report(id, reader)));
    expect(await file(id)).toMatchObject({ status: 'pending', reports: { count: 200, open: 200 } });
    expect(await holds(id)).toBe(1);
    const open = await openReportWeights(service.deps, 'default', [id, 'cmt_none']);
    expect([...open]).toEqual([[id, { count: 200, weight: 5, by_reason: { hate: 200 } }]]);

    await decide(id, 'approve');
    expect(await file(id)).toMatchObject({ status: 'approved', reports: { open: 0, weight: 0 } });

    // One reader counts once, and strangers alone cannot have it held again.
    for (const reader of readers.slice(0, 10)) expect((await report(id, reader)).status).toBe(200);
    for (let at = 0; at < 20; at += 1) await report(id, `new-${at}`);
    expect(await file(id)).toMatchObject({ status: 'approved', reports: { open: 20, weight: 5 } });

    const other = await posted();
    await report(other, 'attentive');
    await decide(other, 'reject');
    await report(id, 'attentive');
    expect(await file(id)).toMatchObject({ status: 'pending', reports: { open: 21, weight: 6.2 } });
    expect(await holds(id)).toBe(2);
  });

  it('lets a brigade with a bad record weigh little', async () => {
    const brigade = ['x', 'y', 'z'];
    for (let round = 0; round < 4; round += 1) {
      const id = await posted();
      for (const reader of brigade) await report(id, reader);
      await decide(id, 'approve');
    }
    const id = await posted();
    for (const reader of brigade) await report(id, reader);
    expect(await file(id)).toMatchObject({ status: 'approved', reports: { open: 3, weight: 1.5 } });
    expect((await service.moderator.get('/v1/reporters/x')).body.weight).toBe(0.5);
  });

  it('counts open notices beside the reports, and those of trusted flaggers', async () => {
    const id = await posted();
    for (const [name, trusted_flagger] of [['Ada', false], ['Bo', true]]) {
      await service.cms.post(`/v1/comments/${id}/notices`, {
        notifier: { name, email: `${String(name)}@example.org` },
        explanation: 'It says that I stole, which no court has ever found.',
        good_faith: true,
        trusted_flagger,
      });
    }
    const open = await openNoticesOf(service.deps, 'default', [id, 'cmt_none']);
    expect([...open.values()]).toEqual([{ comment_id: id, count: 2, trusted: 1 }]);
  });
});
