import fastifySwagger, { type StaticDocumentSpec } from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';
import { whenNeeded } from '../domain/when-needed.js';

const PREFIX = '/docs';

/** What belongs to a connection or is written anew with each answer. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

/**
 * Shows the document of the app as Swagger UI. It is an app of its own that is made when somebody
 * looks: most instances are never asked, and it took a tenth of a start.
 */
export function installDocsPage(app: FastifyInstance): void {
  const page = whenNeeded(async () => pageOf(app));
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { method, url, headers } = request;
    const found = await (await page()).inject({ method: method as 'GET', url, headers });
    if (found.statusCode === 404) throw new GatepostError('not_found', 'There is no such file.');
    for (const [name, value] of Object.entries(found.headers)) {
      if (value !== undefined && !OWN_HEADERS.has(name)) reply.header(name, value);
    }
    return reply.code(found.statusCode).send(found.rawPayload);
  };
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
