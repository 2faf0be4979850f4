import { Type } from '@sinclair/typebox';

import type { Routes } from './routes.js';
import { problems } from './schemas/problem.js';

const tags = ['Operation'];
const ok = Type.Object({ status: Type.Literal('ok') }, { examples: [{ status: 'ok' }] });

/** For whoever decides whether to restart the process, and whether to send it requests. */
export const healthRoutes: Routes = (app, { store }) => {
  app.get(
    '/livez',
    {
      config: { watched: true },
      schema: {
        operationId: 'getLiveness',
        summary: 'Is the process alive?',
        description: 'Asks nothing else: a process whose database is away is not cured by a restart.',
        tags,
        response: { 200: ok },
      },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      config: { watched: true },
      schema: {
        operationId: 'getReadiness',
        summary: 'Can the service answer?',
        description: 'Asks the database.',
        tags,
        response: { 200: ok, ...problems('storage_unavailable') },
      },
    },
    async () => {
      await store.ping();
      return { status: 'ok' as const };
    },
  );
};
