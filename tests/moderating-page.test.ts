import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from './support/app.js';
import { heldComment } from './support/desk.js';
import { call } from './support/service.js';
import { curlRequest } from './support/shell-words.js';
import { readFile } from './support/source-tree.js';

let service: TestApp;
let url = '';
beforeAll(async () => {
  service = await startTestApp();
  url = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => service.close());

/** The curl commands of the page, continued lines and quotations joined. */
const page = readFile('docs/moderating.md').text;
const commands = [...page.matchAll(/^curl (?:\\\n|'[^']*'|[^'\n])+$/gmu)];

describe('docs/moderating.md', () => {
  it('has curl commands that work when they are pasted in their order', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(10);
    const author = { external_id: 'reader-1', name: 'Robin' };
    const comment = (await heldComment(service, { author })).id;
    let decision = '';
    for (const [text] of commands) {
      const { url: address, init } = curlRequest(
        text
          .replaceAll('\\\n', ' ')
          .replaceAll('$KEY', service.moderator.key)
          .replaceAll('cmt_…', comment)
          .replaceAll('dec_…', decision)
          .replace('http://127.0.0.1:8080', url),
      );
      const { status, body } = await call(address, init);
      expect([text, status]).toEqual([text, expect.toSatisfy((code) => code < 300)]);
      decision = body.decision?.id ?? body.results?.[0]?.decision_id ?? decision;
    }
  });
});
