import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { EVENT_HEARTBEAT_MILLISECONDS } from '../../../src/limits/transfer.js';
import { SESSION_HOURS_DEFAULT } from '../../../src/limits/sessions.js';
import { aComment, startTestApp, type TestApp } from '../../support/app.js';
import { signIn } from '../../support/browser.js';

let service: TestApp;
let base: string;
const opened: AbortController[] = [];
beforeEach(async () => {
  service = await startTestApp();
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
  // The heartbeat, by which it is looked whether a stream may go on.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const controller of opened.splice(0)) controller.abort();
  service.app.server.closeAllConnections();
  await service.close();
});

/** A stream as an EventSource opens it: with the cookie that the browser has, and no header. */
async function listen(headers: Record<string, string>) {
  const controller = new AbortController();
  opened.push(controller);
  const { signal } = controller;
  const { status, body } = await fetch(`${base}/v1/events`, { headers, signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  /** Reads on until the text is there; false where the stream ends before. */
  const until = async (part: string): Promise<boolean> => {
    while (!text.includes(part)) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return false;
      text += value;
    }
    return true;
  };
  return { status, until };
}

const beat = async () => vi.advanceTimersByTimeAsync(EVENT_HEARTBEAT_MILLISECONDS);
const NEVER = 'event: never';

describe('GET /v1/events by a session (streamEvents)', () => {
  it('tells what happens to a browser, which sends a cookie and no header of its own', async () => {
    const { cookie } = await signIn(service.app, service.moderator.key);
    const stream = await listen({ cookie, 'sec-fetch-site': 'same-origin' });
    expect(stream.status).toBe(200);
    await service.cms.post('/v1/comments', aComment());
    expect(await stream.until('event: comment.submitted')).toBe(true);
  });

  it('tells nothing to another site’s page', async () => {
    const { cookie } = await signIn(service.app, service.moderator.key);
    expect((await listen({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('ends when its session is closed, and others of the key go on', async () => {
    const browser = await signIn(service.app, service.moderator.key);
    const other = await signIn(service.app, service.moderator.key);
    const stream = await listen({ cookie: browser.cookie });
    const beside = await listen({ cookie: other.cookie });
    await beat();
    expect(await stream.until(': here')).toBe(true);
    await browser.send('DELETE', '/v1/session');
    await beat();
    expect(await stream.until(NEVER)).toBe(false);
    await service.cms.post('/v1/comments', aComment());
    expect(await beside.until('event: comment.submitted')).toBe(true);
  });

  it('ends when the hours of its session are over', async () => {
    const { cookie } = await signIn(service.app, service.moderator.key);
    const stream = await listen({ cookie });
    service.pass(SESSION_HOURS_DEFAULT * 3_600);
    await beat();
    expect(await stream.until(NEVER)).toBe(false);
    expect((await listen({ cookie })).status).toBe(401);
  });

  it.each(['a cookie', 'a key'])('ends when its key is revoked: opened by %s', async (by) => {
    const named = { name: 'Anna', scopes: ['moderate'] };
    const { body: key } = await service.admin.post('/v1/keys', named);
    const { cookie } = await signIn(service.app, key.key);
    const authorization = `Bearer ${key.key}`;
    const stream = await listen(by === 'a key' ? { authorization } : { cookie });
    await service.admin.delete(`/v1/keys/${key.id}`);
    await beat();
    expect(await stream.until(NEVER)).toBe(false);
  });
});
