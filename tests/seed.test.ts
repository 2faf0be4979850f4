import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from './support/app.js';

/** The ten reader comments of a real article; not ours to publish, so not in the repository. */
const FILE = resolve(import.meta.dirname, '../../shared/seed/comments.ndjson');
const there = existsSync(FILE);

describe.skipIf(!there)(
  `the comments of a real article (skipped where ${FILE} is absent)`,
  () => {
    let service: TestApp;
    beforeEach(async () => {
      service = await startTestApp();
    });
    afterEach(async () => service.close());

    const lines = () => readFileSync(FILE, 'utf8').split('\n').filter((line) => line.trim() !== '');
    const begin = async (preset: string) =>
      service.admin.put('/v1/policy', { preset }, { 'if-match': '*' });

    it.each(['open', 'balanced'])(
      'are all approved under the preset %s, sent at once and in order',
      async (preset) => {
        await begin(preset);
        expect(lines()).toHaveLength(10);
        for (const line of lines()) {
          const { status, body } = await service.cms.post('/v1/comments', JSON.parse(line));
          expect(status).toBe(201);
          expect([body.comment.status, body.verdict.findings]).toEqual(['approved', []]);
        }
      },
    );

    it('wait under the preset wordpress only where their author is new', async () => {
      await begin('wordpress');
      const known = new Set<string>();
      for (const line of lines()) {
        service.pass(16);
        const { body } = await service.cms.post('/v1/comments', JSON.parse(line));
        const { id, status, author } = body.comment;
        expect([author.name, status]).toEqual([
          author.name,
          known.has(author.id) ? 'approved' : 'pending',
        ]);
        if (!known.has(author.id)) {
          await service.moderator.post(`/v1/comments/${id}/approve`, { seen_version: 1 });
        }
        known.add(author.id);
      }
    });
  },
);
