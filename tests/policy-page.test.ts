import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from './support/app.js';
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
const commands = [...readFile('docs/policy.md').text.matchAll(/^curl (?:\\\n|'[^']*'|[^'\n])+$/gmu)];

describe('docs/policy.md', () => {
  it('has curl commands that work when they are pasted', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(3);
    for (const [text] of commands) {
      const { url: address, init } = curlRequest(
        text
          .replaceAll('\\\n', ' ')
          .replaceAll('$ADMIN_KEY', service.admin.key)
          .replace('$GATEPOST', url),
      );
      const { status } = await call(address, init);
      expect([text, status]).toEqual([text, 200]);
    }
  });
});
