import { createHmac } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { CORAL_REQUEST_BYTES_MAX } from '../../src/limits/fronts.js';
import { startTestApp, type TestApp } from '../support/app.js';

const SECRET = 'ssec_1c9f0b8e4d2a6c7f3e5b';
const OTHER = 'ssec_00000000000000000000';

let service: TestApp;
let url = '';
let keyId = '';
beforeEach(async () => {
  service = await startTestApp();
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  const coral = { name: 'Coral', signing_secret: SECRET };
  keyId = (await service.admin.post('/v1/keys/coral', coral)).body.id;
});
afterEach(async () => service.close());

const asked = (body: string, more: object = {}) => ({
  action: 'NEW',
  comment: { body, parentID: null },
  author: { id: 'baf4e943-3594-4fcc-b2ba-3e8de7a76352', role: 'COMMENTER' },
  story: { id: '245b3856-b0a0-4d2f-a6bb-58c71f18d6a6', url: 'http://localhost/a-story/' },
  site: { id: 'a4bede88-2d2c-4424-bc18-4322a9e285a6' },
  tenantID: '19ba5794-7eeb-4d46-a81b-c00c61672501',
  tenantDomain: 'localhost',
  ...more,
});
const signed = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

interface Sent {
  readonly signature?: string;
  readonly query?: string;
}

/** As Coral sends it: indented JSON, signed as it stands, over a socket. */
async function moderate(request: object | string, { signature, query = '' }: Sent = {}) {
  const body = typeof request === 'string' ? request : JSON.stringify(request, null, 2);
  const answer = await fetch(`${url}/compat/coral/moderate${query}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Coral-Signature': signature ?? signed(SECRET, body),
    },
    body,
  });
  const text = await answer.text();
  return { status: answer.status, text, json: text === '' ? null : JSON.parse(text) };
}

describe('POST /compat/coral/moderate', () => {
  it.each(['NEW', 'EDIT'])('has no opinion where nothing speaks against it: %s', async (action) => {
    const answer = await moderate(asked('Thank you for the report.', { action }));
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  it.each(['NEW', 'EDIT'])('withholds for a person, with a flag: %s', async (action) => {
    const { status, json } = await moderate(asked('You are a clueless moron.', { action }));
    expect(status).toBe(200);
    expect(json).toEqual({
      actions: [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }],
      status: 'SYSTEM_WITHHELD',
    });
  });

  it('rejects with the reason that the author is told', async () => {
    const { json } = await moderate(asked('I will find you and kill you.'));
    expect(json).toEqual({
      actions: [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }],
      status: 'REJECTED',
      moderationAction: {
        status: 'REJECTED',
        rejectionReason: { code: 'HARASSMENT_BULLYING', detailedExplanation: expect.stringMatching(/\w+\.$/u) },
      },
    });
  });

  it('stores nothing', async () => {
    await moderate(asked('You are a clueless moron.'));
    const { body } = await service.moderator.get('/v1/comments');
    expect(body.data).toEqual([]);
  });

  it('withholds what is too long to be read, and has no opinion on what says nothing', async () => {
    const withheld = { actions: [], status: 'SYSTEM_WITHHELD' };
    expect((await moderate(asked('ä'.repeat(50_001)))).json).toEqual(withheld);
    const read = await moderate(asked(`${'🙂'.repeat(40_000)} Well, f u c k that.`));
    expect(read.json).toMatchObject({ status: 'REJECTED' });
    expect((await moderate(asked(' '))).status).toBe(204);
  });
});

describe('The signature of a request of Coral (authenticateSigned)', () => {
  const body = JSON.stringify(asked('Thank you.'));

  it('may stand beside another one, while Coral replaces its secret', async () => {
    const signature = `${signed(OTHER, body)},${signed(SECRET, body)}`;
    expect((await moderate(body, { signature })).status).toBe(204);
  });

  it.each([
    ['by another secret', signed(OTHER, body)],
    ['over another body', signed(SECRET, `${body} `)],
    ['cut short', signed(SECRET, body).slice(0, -1)],
    ['none', ''],
    ['with another hash', signed(SECRET, body).replace('sha256', 'sha1')],
  ])('that is wrong lets nobody in: %s', async (_, signature) => {
    const { status, json } = await moderate(body, { signature });
    expect([status, json.error.code]).toEqual([401, 'unauthenticated']);
  });

  it('is checked over the bytes before they are read', async () => {
    expect((await moderate('{', { signature: signed(OTHER, '{') })).status).toBe(401);
    const { status, json } = await moderate('{');
    expect([status, json.error.code]).toEqual([400, 'malformed_json']);
    expect((await moderate('{}')).json.error.code).toBe('invalid_request');
  });

  it('is by the key that the address names, where it names one', async () => {
    const other = { name: 'another Coral', signing_secret: OTHER };
    const { id } = (await service.admin.post('/v1/keys/coral', other)).body;
    expect((await moderate(body, { query: `?key=${keyId}` })).status).toBe(204);
    expect((await moderate(body, { query: `?key=${id}` })).status).toBe(401);
    const signature = signed(OTHER, body);
    expect((await moderate(body, { signature })).status).toBe(204);
    expect((await moderate(body, { signature, query: `?key=${id}` })).status).toBe(204);
  });

  it('is worth nothing once the key is revoked', async () => {
    expect((await moderate(body)).status).toBe(204);
    await service.admin.delete(`/v1/keys/${keyId}`);
    expect((await moderate(body)).status).toBe(401);
    expect((await moderate(body, { query: `?key=${keyId}` })).status).toBe(401);
  });

  it('is not looked at for more than a request of Coral can have', async () => {
    const { status } = await moderate(`{"comment":"${'x'.repeat(CORAL_REQUEST_BYTES_MAX)}"}`);
    expect(status).toBe(413);
  });
});

describe('POST /v1/keys/coral (createCoralKey)', () => {
  it('never shows the secret again', async () => {
    const made = await service.admin.post('/v1/keys/coral', { name: 'x', signing_secret: OTHER });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'x', front: 'coral', scopes: ['submit'] });
    const list = await service.admin.get('/v1/keys');
    expect(list.body.data).toContainEqual(made.body);
    expect(JSON.stringify([made.body, list.body])).not.toContain(OTHER);
  });

  it.each([
    ['a secret that could be guessed', { name: 'x', signing_secret: 'short' }],
    ['no secret', { name: 'x' }],
    ['a blank name', { name: ' ', signing_secret: OTHER }],
  ])('refuses %s', async (_, sent) => {
    expect((await service.admin.post('/v1/keys/coral', sent)).status).toBe(400);
  });

  it('is for admins', async () => {
    const sent = { name: 'x', signing_secret: OTHER };
    expect((await service.moderator.post('/v1/keys/coral', sent)).status).toBe(403);
  });
});
