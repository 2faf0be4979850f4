import fastifySwagger, { type StaticDocumentSpec } from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';

import { lateApp } from './late-app.js';

const PREFIX = '/docs';

/**
 * Shows the document of the app as Swagger UI. It is made when somebody looks: most instances are
 * never asked, and it took a tenth of a start.
 */
export function installDocsPage(app: FastifyInstance): void {
  const show = lateApp(async () => pageOf(app));
  for (const url of [PREFIX, `${PREFIX}/*`]) app.get(url, { schema: { hide: true } }, show);
}

async function pageOf(app: FastifyInstance): Promise<FastifyInstance> {
  const { default: fastifySwaggerUi } = await import('@fastify/swagger-ui');
  const page = Fastify();
  await page.register(fastifySwagger, {
    mode: 'static',
    // Its types know OpenAPI 3.0; what it shows is handed on as it is.
    specification: { document: app.swagger() as StaticDocumentSpec['document'] },
  });
  await page.register(fastifySwaggerUi, {
    routePrefix: PREFIX,
    staticCSP: true,
    uiConfig: { deepLinking: true, docExpansion: 'list', tryItOutEnabled: false },
    theme: { title: 'Gatepost API' },
  });
  await page.ready();
  return page;
}
