import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, databaseFolder, type Service, startService } from '../support/service.js';
import { curlRequest } from '../support/shell-words.js';

const SECRET = /gp_[0-9a-z]+_[0-9A-Za-z_-]+/u;

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Service;
let key = '';

beforeAll(async () => {
  folder = await databaseFolder();
  service = await startService(folder.env);
  key = SECRET.exec(service.said())?.[0] ?? '';
});
afterAll(async () => {
  await service.stop('SIGKILL');
  await folder.remove();
});

const send = async (method: string, path: string, body?: unknown) =>
  call(`${service.url}${path}`, {
    key,
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** The curl lines of the first start, pasted. */
async function paste(line: number) {
  const lines = service.said().match(/^\s+curl .*$/gmu) ?? [];
  const { url, init } = curlRequest(lines[line] ?? '');
  return call(url, init);
}

describe('The first afternoon, over a real socket', () => {
  it('begins with a key, shown once, and three lines to paste', () => {
    expect(key).not.toBe('');
    expect(service.said().match(/^\s+curl .*$/gmu)).toHaveLength(3);
  });

  it('names the console, where a browser is led that opens the address itself', async () => {
    expect(service.said()).toContain(`${service.url}/console\n`);
    const headers = { accept: 'text/html' };
    const { status, headers: answered } = await fetch(service.url, { headers, redirect: 'manual' });
    expect([status, answered.get('location')]).toEqual([302, '/console']);
  });

  it('the first line submits a comment that waits for a person', async () => {
    const { status, body } = await paste(0);
    expect([status, body.comment.status]).toEqual([201, 'pending']);
  });

  it('the second lists it', async () => {
    const { status, body } = await paste(1);
    expect(status).toBe(200);
    expect(body.data).toMatchObject([{ status: 'pending', author: { name: 'Robin' } }]);
  });

  it('the third blocks its author and rejects what waited', async () => {
    const { status, body } = await paste(2);
    expect([status, body.rejected_comments]).toEqual([200, 1]);
    const pending = await send('GET', '/v1/comments?status=pending');
    expect(pending.body.data).toEqual([]);
  });

  it('a CMS gets a key of its own, submits, and renders the thread', async () => {
    const made = await send('POST', '/v1/keys', { name: 'CMS', scopes: ['submit'] });
    expect(made.status).toBe(201);
    const thread = { external_id: 'article-2', title: 'On bridges' };
    for (const name of ['Ada', 'Ben']) {
      const body = JSON.stringify({ thread, author: { name }, body: `A word from ${name}.` });
      const answer = await call(`${service.url}/v1/comments`, {
        key: made.body.key,
        method: 'POST',
        body,
      });
      expect(answer.body.comment.status).toBe('approved');
    }
    const shown = await send('GET', '/v1/threads/article-2/comments');
    expect(shown.body.data.map((each: { author: { name: string } }) => each.author.name)).toEqual([
      'Ada',
      'Ben',
    ]);
  });

  it('a moderator approves what was held, and a second one is told', async () => {
    const { body } = await send('POST', '/v1/comments', {
      thread: { external_id: 'article-2' },
      author: { name: 'Cleo', email: 'cleo@readers.example', ip: '203.0.113.77' },
      body: 'You are an idiot, Ben.',
    });
    const { id, version } = body.comment;
    const path = `/v1/comments/${id}/approve`;
    const first = await send('POST', path, { seen_version: version, reason: 'banter' });
    expect([first.status, first.body.comment.status]).toEqual([200, 'approved']);
    const second = await send('POST', path, { seen_version: version });
    expect([second.status, second.body.code]).toEqual([409, 'version_conflict']);
  });

  it('the policy is changed against the version that was read', async () => {
    const read = await send('GET', '/v1/policy');
    const answer = await call(`${service.url}/v1/policy`, {
      key,
      method: 'PUT',
      headers: { 'if-match': read.headers.get('etag') ?? '' },
      body: JSON.stringify({ rules: { mild_profanity: { action: 'reject' } } }),
    });
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
    const verdict = await send('POST', '/v1/preview', {
      thread: { external_id: 'article-2' },
      author: { name: 'Ada' },
      body: 'What the hell.',
    });
    expect(verdict.body.verdict).toMatchObject({ action: 'reject', policy_version: 2 });
  });

  it('the figures count what happened', async () => {
    const { body } = await send('GET', '/metrics');
    expect(body).toContain('gatepost_comments_total{status="approved"} 2');
    expect(body).toContain('gatepost_comments_total{status="pending"} 2');
    expect(body).toContain('gatepost_comment_reasons_total{reason="attack.insult"} 2');
    expect(body).toContain('gatepost_judging_seconds_count 5');
    expect(body).toContain(
      'duration_seconds_count{method="POST",route="/v1/comments",status="201"} 4',
    );
  });

  it('SIGTERM ends it with 0, and a second start finds everything and prints no secret', async () => {
    const before = await send('GET', '/v1/comments');
    expect(await service.stop('SIGTERM')).toBe(0);
    const log = service.said().replace(/^[\s\S]*?Gatepost listens/u, '');
    for (const secret of [key, 'idiot', 'cleo@readers.example', '203.0.113.77', 'Cleo']) {
      expect(log).not.toContain(secret);
    }
    service = await startService(folder.env);
    const after = await send('GET', '/v1/comments');
    expect(after.body).toEqual(before.body);
    expect(service.said()).not.toMatch(SECRET);
    expect(service.said()).not.toContain('curl');
  });
});
