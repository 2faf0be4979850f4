import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from './support/app.js';

/** The ten reader comments of a real article; not ours to publish, so not in the repository. */
const FILE = resolve(import.meta.dirname, '../../shared/seed/comments.ndjson');
const there = existsSync(FILE);

describe.skipIf(!there)(
  `the comments of a real article (skipped where ${FILE} is absent)`,
  () => {
    let service: TestApp;
    beforeAll(async () => {
      service = await startTestApp();
    });
    afterAll(async () => service.close());

    it('are all approved under the default policy, sent at once and in order', async () => {
      const lines = readFileSync(FILE, 'utf8').split('\n').filter((line) => line.trim() !== '');
      expect(lines).toHaveLength(10);
      for (const line of lines) {
        const { status, body } = await service.cms.post('/v1/comments', JSON.parse(line));
        expect(status).toBe(201);
        expect([body.comment.status, body.verdict.findings]).toEqual(['approved', []]);
      }
    });
  },
);
