import { request } from 'node:http';

import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { buildApp } from '../../../src/app.js';
import { ensureFirstRun } from '../../../src/operations/ensure-first-run.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { type Answer, type Client, clientOf } from '../../support/client.js';
import { testDeps } from '../../support/deps.js';
import { submitted } from '../../support/replaying.js';

const PATH = '/v1/policy/replay';
const SHOUTED = 'THEY HAVE CLOSED THE BRIDGE AGAIN AND NOBODY SAID A WORD';
const DRAFT = { rules: { shouting: { action: 'reject' } } };
const EVENTS = { accept: 'text/event-stream' };

interface Event {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

function eventsIn(stream: string): readonly Event[] {
  return stream.split('\n\n').flatMap((block) => {
    const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/u.exec(block) ?? [];
    return event === '' ? [] : [{ event, data: JSON.parse(data) as Event['data'] }];
  });
}

describe('POST /v1/policy/replay (replayPolicy)', () => {
  let service: TestApp;
  beforeEach(async () => {
    service = await startTestApp();
    for (const body of [SHOUTED, 'A civil remark on the bridge.']) {
      await service.cms.post('/v1/comments', aComment({ body }));
    }
  });
  afterEach(async () => service.close());

  it('answers with what would change', async () => {
    const { status, body } = await service.admin.post(PATH, { draft: DRAFT });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ ended: 'complete', read: 2, total: 2, elapsed_seconds: 0 },
      ...{ judged: 2, skipped: 0, unchanged: 1, engine_drift: 0 },
      kept: { approve: 1, hold: 0, reject: 0 },
      changes: [{ from: 'hold', to: 'reject', count: 1 }],
      rules: [{ rule: 'shouting', stricter: 1, milder: 0 }],
      people: {
        decided: 0,
        before: { agreed: 0, asked: 0, contradicted: 0 },
        after: { agreed: 0, asked: 0, contradicted: 0 },
        ...{ won: 0, lost: 0 },
      },
      examples: [
        {
          comment_id: expect.stringMatching(/^cmt_/u),
          ...{ from: 'hold', to: 'reject', rules: ['shouting'], person: null, excerpt: SHOUTED },
        },
      ],
      draft_digest: expect.stringMatching(/^sha256:/u),
      ...{ from: null, to: null },
    });
  });

  it('takes the policy in force as GET gives it, and changes nothing', async () => {
    const { body: draft } = await service.admin.get('/v1/policy');
    const { body } = await service.admin.post(PATH, { draft });
    expect(body).toMatchObject({ unchanged: 2, changes: [], draft_digest: draft.digest });
    expect((await service.admin.get('/v1/policy')).body.version).toBe(1);
  });

  it('streams progress and then the same result to who accepts events', async () => {
    const { body: result } = await service.admin.post(PATH, { draft: DRAFT });
    const { status, headers, body } = await service.admin.post(PATH, { draft: DRAFT }, EVENTS);
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream']);
    expect(eventsIn(body)).toEqual([
      { event: 'progress', data: { read: 0, total: 2, elapsed_seconds: 0 } },
      { event: 'progress', data: { read: 2, total: 2, elapsed_seconds: 0 } },
      { event: 'result', data: result },
    ]);
  });

  it.each([[{}], [EVENTS]])('refuses a bad draft with pointers into the body, %j', async (headers) => {
    const draft = { rules: { shoutin: {}, link_count: { max_links: -1 } } };
    const { status, body } = await service.admin.post(PATH, { draft }, headers);
    expect([status, body.code]).toEqual([422, 'invalid_policy']);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/draft/rules/shoutin',
      '/draft/rules/link_count/max_links',
    ]);
  });

  it.each([
    [{}, 400, 'invalid_request'],
    [{ draft: {}, limit: 0 }, 400, 'invalid_request'],
    [{ draft: {}, examples_max: 201 }, 400, 'invalid_request'],
    [{ draft: {}, more: 1 }, 400, 'invalid_request'],
    [{ draft: {}, from: 'yesterday' }, 400, 'invalid_request'],
    [{ draft: { text: 'a\0b' } }, 400, 'invalid_text'],
    [{ draft: {}, from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 400, 'invalid_date'],
    [{ draft: {}, to: '9999-12-31T23:59:59-23:59' }, 400, 'invalid_date'],
    [{ draft: {}, from: '0000-01-01T00:00:00+23:59' }, 400, 'invalid_date'],
    [{ draft: 5 }, 422, 'invalid_policy'],
  ])('refuses %j', async (sent, status, code) => {
    const answer = await service.admin.post(PATH, sent);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is for admins, and sees the comments of their site alone', async () => {
    expect((await service.moderator.post(PATH, { draft: DRAFT })).status).toBe(403);
    const other = await service.client('admin', 'gazette');
    expect((await other.post(PATH, { draft: DRAFT })).body.read).toBe(0);
  });
});

/** More than a client needs to go away while each comment has a turn of the event loop. */
const COMMENTS = 300;
/** Looks at the stopwatch, which a replay takes at least one of for each comment. */
const BEGUN = 20;

describe('A replay under way', () => {
  let given: Awaited<ReturnType<typeof testDeps>>;
  let app: FastifyInstance;
  let admin: Client;
  let looks = 0;
  let atBegin = (): unknown => undefined;
  const faults: object[] = [];

  beforeEach(async () => {
    given = await testDeps();
    const { adminKey } = await ensureFirstRun(given.deps, { adminKey: null });
    for (let at = 0; at < COMMENTS; at += 1) {
      await submitted(given.deps, { body: `Remark number ${at}.`, author: `reader ${at}` });
    }
    looks = 0;
    const stopwatch = (): number => {
      looks += 1;
      if (looks === BEGUN) atBegin();
      return looks * 10;
    };
    const log = { ...given.deps.log, error: (fields: object) => faults.push(fields) };
    app = await buildApp({ ...given.deps, stopwatch, log });
    admin = clientOf(app, adminKey ?? '');
  });
  afterEach(async () => {
    await app.close();
    await given.close();
  });

  it.each([['application/json'], ['text/event-stream']])(
    'ends when its connection is closed, %s',
    async (accept) => {
      const url = await app.listen({ host: '127.0.0.1', port: 0 });
      const authorization = `Bearer ${admin.key}`;
      const headers = { accept, authorization, 'content-type': 'application/json' };
      const asked = request(`${url}${PATH}`, { method: 'POST', headers, agent: false });
      const gone = new Promise((closed) => {
        asked.once('close', closed);
      });
      asked.on('error', () => undefined);
      asked.on('response', (response) => response.resume().on('error', () => undefined));
      atBegin = () => asked.destroy();
      asked.end(JSON.stringify({ draft: DRAFT }));
      await gone;
      let status = 409;
      while (status === 409) {
        ({ status } = await admin.post(PATH, { draft: DRAFT, limit: 1 }));
      }
      expect(status).toBe(200);
      expect(looks).toBeLessThan(COMMENTS);
    },
  );

  it('ends when the service stops, with the figures so far', async () => {
    let stopped: Promise<unknown> = Promise.resolve();
    atBegin = () => {
      stopped = app.close();
    };
    const { status, body } = await admin.post(PATH, { draft: DRAFT });
    await stopped;
    expect([status, body.ended]).toEqual([200, 'cancelled']);
    expect(body.read).toBeLessThan(COMMENTS);
  });

  it('is the only one', async () => {
    let other: Promise<Answer> = Promise.reject(new Error('the replay did not begin'));
    other.catch(() => undefined);
    atBegin = () => {
      other = admin.post(PATH, { draft: DRAFT }, EVENTS);
    };
    const one = await admin.post(PATH, { draft: DRAFT });
    expect([one.status, one.body.ended]).toEqual([200, 'complete']);
    const { status, body } = await other;
    expect([status, body.code]).toEqual([409, 'replay_in_progress']);
  });

  it('tells of a fault in the stream, and logs it', async () => {
    atBegin = () => {
      throw new Error('a stopwatch that fell down');
    };
    const { body } = await admin.post(PATH, { draft: DRAFT }, EVENTS);
    const last = eventsIn(body).at(-1);
    expect(last).toMatchObject({ event: 'problem', data: { status: 500, code: 'internal' } });
    expect(faults).toMatchObject([{ request_id: last?.data['request_id'], route: PATH }]);
  });
});
