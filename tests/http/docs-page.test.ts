import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(async () => service.close());

const get = async (url: string) => service.app.inject({ url });

describe('The page at /docs', () => {
  it.each(['/docs', '/docs/'])('is shown at %s with its policy of what it may load', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-request-id']).toMatch(/^req_/);
    expect(body).toContain('<title>Gatepost API</title>');
  });

  it('has its scripts, and the document that this instance answers', async () => {
    const script = await get('/docs/static/swagger-ui-bundle.js');
    expect([script.statusCode, Number(script.headers['content-length'])]).toEqual([
      200,
      script.rawPayload.length,
    ]);
    const [shown, answered] = [await get('/docs/json'), await get('/openapi.json')];
    expect(shown.json()).toEqual(answered.json());
  });

  it('refuses what it does not have as every address does', async () => {
    const { statusCode, headers } = await get('/docs/static/nothing.js');
    expect([statusCode, headers['content-type']]).toEqual([
      404,
      'application/problem+json',
    ]);
  });
});
