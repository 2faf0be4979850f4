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

const readme = readFile('README.md').text;
/** The curl commands of the README, continued lines and quotations joined. */
const commands = [...readme.matchAll(/^curl (?:\\\n|'[^']*'|[^'\n])+$/gmu)].map(([text]) =>
  text.replaceAll('\\\n', ' '),
);

describe('The README', () => {
  it('has the two commands and the demonstration right after its sentence', () => {
    expect(readme).toMatch(/^# Gatepost\n\n[^\n]+\n[^\n]+\.\n\n```sh\nnpm ci && npm start /u);
  });

  it('has curl commands that work when they are pasted in their order', async () => {
    expect(commands.length).toBeGreaterThanOrEqual(6);
    let comment = '';
    for (const command of commands) {
      const { url: address, init } = curlRequest(
        command
          .replaceAll('$KEY', service.admin.key)
          .replaceAll('cmt_…', comment)
          .replace('http://127.0.0.1:8080', url),
      );
      const { status, body } = await call(address, init);
      expect([command, status]).toEqual([command, expect.toSatisfy((code) => code < 300)]);
      comment = body.comment?.id ?? comment;
    }
  });
});
