import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { EVENT_STREAMS_MAX } from '../../../src/limits/transfer.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { type Listening, listenTo } from '../../support/listening.js';

let service: TestApp;
let base: string;
const opened: Listening[] = [];
beforeEach(async () => {
  service = await startTestApp();
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const stream of opened.splice(0)) stream.close();
  // A client may have opened a connection that it never used, which a stopping server waits for.
  service.app.server.closeAllConnections();
  await service.close();
});

async function listen(query = '', headers: Record<string, string> = {}): Promise<Listening> {
  const stream = await listenTo(`${base}/v1/events${query}`, service.moderator.key, headers);
  opened.push(stream);
  return stream;
}

const submit = async (change: Record<string, unknown> = {}) =>
  (await service.cms.post('/v1/comments', aComment(change))).body.comment;

describe('GET /v1/events (streamEvents)', () => {
  it('tells what happens as it happens, by our ids and the publisher’s', async () => {
    const stream = await listen();
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    const comment = await submit({
      external_id: 'c-1',
      author: { external_id: 'r-1', name: 'Ada Secret', email: 'ada@example.com' },
      body: 'You are a clueless moron.',
    });
    const [submitted, held] = await stream.take(2);
    expect(submitted).toMatchObject({ event: 'comment.submitted', data: { type: 'comment.submitted' } });
    expect(held).toMatchObject({
      event: 'comment.held',
      data: {
        id: expect.stringMatching(/^evt_/u),
        timestamp: '2026-11-23T12:00:00.000Z',
        data: {
          actor: { kind: 'system' },
          comment: { id: comment.id, external_id: 'c-1' },
          thread: { external_id: 'article-1' },
          author: { external_id: 'r-1' },
          before: null,
          after: { status: 'pending', version: 1, shadow: false },
          reasons: ['attack.insult'],
        },
      },
    });
    const all = JSON.stringify([submitted, held]);
    for (const part of ['Secret', 'ada@', 'moron', 'digest":"']) {
      if (part === 'digest":"') expect(all).not.toMatch(/"(?:body|decision)_digest"/u);
      else expect(all).not.toContain(part);
    }
  });

  it('goes on after the last event seen, and loses and repeats nothing while others write', async () => {
    const first = await listen();
    const writing = (async () => {
      for (let count = 0; count < 60; count += 1) await submit();
    })();
    const seen = await first.take(25);
    first.close();
    const last = String(seen.at(-1)?.id);
    const second = await listen('', { 'last-event-id': last });
    seen.push(...(await second.take(95)));
    await writing;
    const start = seen[0]?.id ?? 0;
    expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, at) => start + at));
    expect(new Set(seen.map(({ data }) => data.id)).size).toBe(120);
  });

  it('tells moderators at once which of them takes, gives back and decides', async () => {
    const { id } = await submit({ body: 'You are a clueless moron.' });
    const ada = await service.client('moderate');
    const stream = await listen();
    await ada.post(`/v1/queue/claims/${id}`, { minutes: 5 });
    await ada.delete(`/v1/queue/claims/${id}`);
    await ada.post(`/v1/comments/${id}/approve`, { seen_version: 1 });
    const actor = { kind: 'moderator', id: expect.any(String), name: 'moderate of default' };
    const comment = { id };
    expect((await stream.take(3)).map(({ data }) => data)).toMatchObject([
      {
        type: 'claim.taken',
        data: { actor, comment, after: { expires_at: '2026-11-23T12:05:00.000Z' } },
      },
      { type: 'claim.released', data: { actor, comment, after: null } },
      { type: 'comment.approved', data: { actor, comment, after: { version: 2 } } },
    ]);
  });

  it('begins at the beginning for a last event of 0, also as a parameter', async () => {
    await submit();
    const stream = await listen('?last_event_id=0');
    const events = await stream.take(2);
    expect(events.map(({ event }) => event)).toEqual(['comment.submitted', 'comment.approved']);
  });

  it('says where it begins, for a browser whose connection breaks before there was an event', async () => {
    await submit();
    const { body } = await service.moderator.get('/v1/audit/head');
    const stream = await listen();
    expect(await stream.raw()).toMatch(new RegExp(`^id: ${body.sequence}\\nretry: \\d+\\n\\n`, 'u'));
  });

  it('tells only of the types that are asked for', async () => {
    await submit();
    const stream = await listen('?last_event_id=0&types=comment.deleted&types=policy.changed');
    await service.admin.put('/v1/policy', { preset: 'open' }, { 'if-match': '*' });
    const [event] = await stream.take(1);
    expect(event).toMatchObject({
      event: 'policy.changed',
      data: { data: { object: { kind: 'policy', id: '2' }, after: { version: 2 } } },
    });
  });

  it('tells of nothing on another site', async () => {
    const other = await service.client('submit', 'other');
    const stream = await listen();
    await other.post('/v1/comments', aComment());
    const own = await submit();
    const [event] = await stream.take(1);
    expect(event?.data.data.comment.id).toBe(own.id);
  });

  it('ends when the service stops', async () => {
    const stream = await listen();
    const ended = stream.next();
    await service.app.close();
    expect(await ended).toBeNull();
  });

  it('has no more streams than it may have, and says so with 429', async () => {
    const streams = [];
    for (let count = 0; count < EVENT_STREAMS_MAX; count += 1) streams.push(await listen());
    const { response } = await listen();
    expect(response.status).toBe(429);
    expect(await service.moderator.get('/v1/audit/head')).toMatchObject({ status: 200 });
  });

  it('opens no stream for HEAD, which nobody would ever close', async () => {
    for (let count = 0; count <= EVENT_STREAMS_MAX; count += 1) {
      const { status } = await fetch(`${base}/v1/events`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${service.moderator.key}` },
      });
      expect(status).toBe(405);
    }
    expect((await listen()).response.status).toBe(200);
  });

  it('refuses a place beyond the end of the record, as one is known from before a restore', async () => {
    await submit();
    const sequence = Number((await service.moderator.get('/v1/audit/head')).body.sequence);
    const beyond = String(sequence + 1);
    const asked = [
      await service.moderator.get(`/v1/events?last_event_id=${beyond}`),
      await service.moderator.get('/v1/events', { 'last-event-id': beyond }),
    ];
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([400, 'invalid_cursor']);
      expect(body.detail).toContain(`ends at ${sequence} and has no place ${beyond}`);
    }
    const stream = await listen('', { 'last-event-id': String(sequence) });
    await submit();
    expect((await stream.take(1))[0]).toMatchObject({ id: sequence + 1 });
  });

  it('refuses a place that is none with 400, an unknown type too, and a CMS’s key with 403', async () => {
    expect((await service.moderator.get('/v1/events?last_event_id=x')).status).toBe(400);
    expect((await service.moderator.get('/v1/events?types=comment.liked')).status).toBe(400);
    expect((await service.cms.get('/v1/events')).status).toBe(403);
  });
});
