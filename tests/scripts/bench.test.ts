import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { withFigures } from '../../scripts/bench/page.js';
import { commentOf } from '../../scripts/bench/load/comments.js';
import { drive, prepared } from '../../scripts/bench/load/drive.js';
import type { Stream } from '../../scripts/bench/load/job.js';

const SECONDS = 0.2;

let app: FastifyInstance;
const got: number[] = [];
beforeEach(() => {
  got.length = 0;
  app = Fastify();
  // Every third is refused.
  app.post('/v1/comments', async (_, reply) => {
    const status = got.length % 3 === 2 ? 503 : 201;
    got.push(status);
    return reply.code(status).send({ text: 'é'.repeat(10_000) });
  });
});
afterEach(async () => app.close());

const streamTo = async (perSecond: number | null): Promise<Stream> => ({
  name: 'comments',
  urls: [await app.listen({ host: '127.0.0.1', port: 0 })],
  key: 'gp_test',
  connections: 4,
  perSecond,
  what: { post: '/v1/comments', from: 0 },
  expected: 201,
});

describe('The load generator', () => {
  it.each([null, 200])('counts every request once, refusals apart, at %s a second', async (rate) => {
    const stream = await streamTo(rate);
    const result = await drive(stream, prepared(stream, SECONDS), SECONDS);
    expect(result.answers).toBe(got.filter((status) => status === 201).length);
    expect(result.others).toBe(got.filter((status) => status === 503).length);
    expect(got.length).toBeGreaterThan(0);
    if (rate !== null) expect(got).toHaveLength(rate * SECONDS);
    expect(result.p99).toBeGreaterThanOrEqual(result.p50);
  });

  it('sends a comment of its own each time', () => {
    const bodies = Array.from({ length: 5_000 }, (_, at) => JSON.stringify(commentOf(at)));
    expect(new Set(bodies).size).toBe(bodies.length);
  });
});

describe('The page of figures', () => {
  it('has new figures in the place of the old ones, and the rest as it was', () => {
    const begin = '<!-- figures: written by npm run bench -->';
    const page = `before\n${begin}\n\nold\n\n<!-- end of figures -->\nafter\n`;
    expect(withFigures(page, 'new')).toBe(page.replace('old', 'new'));
    expect(() => withFigures('before and after', 'new')).toThrow();
  });
});
