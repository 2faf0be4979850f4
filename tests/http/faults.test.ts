import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';

import { installProblems } from '../../src/http/problem.js';

describe('A fault that nobody foresaw', () => {
  it.each([
    ['an error', new Error('secret of the house')],
    ['an error of a type', new TypeError('secret of the house')],
    ['an error with a number for a code', Object.assign(new Error('secret'), { code: 7 })],
  ])('%s is logged, and answered as a problem that tells nothing', async (_, fault) => {
    const logged: object[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: object) => logged.push(fields),
    };
    const app = Fastify();
    installProblems(app, { log, storageFault: () => null });
    app.get('/x', () => {
      throw fault;
    });
    const response = await app.inject('/x');
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'internal' });
    expect(response.body).not.toContain('secret');
    expect(logged).toHaveLength(1);
    await app.close();
  });
});
