import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';

import type { ErrorCode } from '../domain/errors.js';
import { PACKAGE_ROOT } from '../package-root.js';
import { withAnswersAnywhere } from './answers-anywhere.js';
import { installDocsPage } from './docs-page.js';
import { problemCodes, problems } from './schemas/problem.js';
import { SESSION_COOKIE } from './session-cookie.js';

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

const DESCRIPTION = `
Gatepost judges reader comments by a publisher's policy, says why with the exact words, keeps the
record, and lets the publisher approve, reject and block.

**First steps:** press *Authorize* and paste a key (\`gp_…\`); open \`POST /v1/comments\`, *Try it
out*, *Execute*. Every example can be sent as it stands.

**In a browser:** \`POST /v1/session\` exchanges a key for a session, whose cookie every operation
takes in place of the key. What is not a \`GET\` then needs the header \`X-Csrf-Token\` with the
\`csrf_token\` of the session, and everything has to come from a page of this address.

Lists are \`{ data, next_cursor }\`; send \`next_cursor\` as \`cursor\` for the next page. Every refusal
is \`application/problem+json\` with a stable \`code\`. Offsets of text are UTF-16 code units, as
JavaScript counts them. Times are RFC 3339 in UTC.
`.trim();

const TAGS = [
  { name: 'Comments', description: 'What a CMS sends, and what becomes of it.' },
  { name: 'Queue', description: 'What waits for a person, and who is working on it.' },
  { name: 'Decisions', description: 'What moderators decide.' },
  { name: 'Notes', description: 'What moderators tell each other.' },
  { name: 'Reports', description: 'What readers complain of.' },
  { name: 'Threads', description: 'What is commented on, and what readers may see of it.' },
  { name: 'Authors', description: 'Who writes, how they stand, and blocking them.' },
  { name: 'Blocks', description: 'Names, addresses and domains that may not post.' },
  { name: 'Policy', description: 'The rules, and the discussion policy that readers see.' },
  { name: 'Statistics', description: 'What happened, counted from the record.' },
  { name: 'Models', description: 'What scores texts, and how well.' },
  { name: 'Webhooks', description: 'Where events are sent, and what became of them.' },
  { name: 'Keys', description: 'Who may do what.' },
  { name: 'Operation', description: 'For the person who keeps it running.' },
];

/** What a front adds to the description. */
export interface DescribedFront {
  readonly tag: { readonly name: string; readonly description: string };
  /** How its routes are shown a key, by the names that their `security` has. */
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
}

/** A security scheme of OpenAPI 3.1. */
export type SecurityScheme = { readonly description: string } & (
  | { readonly type: 'http'; readonly scheme: 'bearer' | 'basic' }
  | {
      readonly type: 'apiKey';
      readonly name: string;
      readonly in: 'query' | 'header' | 'cookie';
    }
);

/** Describes the routes that follow as OpenAPI at /openapi.json, and as Swagger UI at /docs. */
export async function installDocs(
  app: FastifyInstance,
  fronts: readonly DescribedFront[],
): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gatepost',
        version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: [...TAGS, ...fronts.map(({ tag }) => tag)],
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key of this instance: `gp_…`. The first start prints an admin key.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: SESSION_COOKIE,
            description:
              'The cookie that `POST /v1/session` sets; without TLS its name has no `__Host-`. ' +
              'All but GET and HEAD needs the header `X-Csrf-Token` with the `csrf_token` of ' +
              '`GET /v1/session` as well, else the answer is `cross_site_request`.',
          },
          ...Object.fromEntries(fronts.flatMap((front) => Object.entries(front.securitySchemes))),
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, ...[, , index]) =>
        typeof json.$id === 'string' ? json.$id : `schema-${index}`,
    },
    transform: ({ schema, url, route }) => ({
      schema: described(schema, route),
      url,
    }),
    transformObject: (documents) =>
      'openapiObject' in documents
        ? withAnswersAnywhere(documents.openapiObject)
        : documents.swaggerObject,
  });
  installDocsPage(app);
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** What follows from the scope of a route, and from its method, stands with every one of them. */
function described(
  schema: FastifySchema | undefined,
  { config, method }: Pick<RouteOptions, 'config' | 'method'>,
): FastifySchema {
  const scope = config?.scope;
  if (scope === undefined) return schema ?? {};
  const said = schema?.description === undefined ? '' : `${schema.description}\n\n`;
  return {
    ...schema,
    description: `${said}Needs a key with the scope \`${scope}\`.`,
    security: config?.keyOnly === true ? [{ key: [] }] : [{ key: [] }, { session: [] }],
    response: withRefusals(schema, method !== 'GET'),
  };
}

/** The responses of a route, with what it refuses before its operation is asked. */
function withRefusals(schema: FastifySchema | undefined, mayHaveBody: boolean): object {
  const responses = (schema?.response ?? {}) as Record<string, unknown>;
  const read = mayHaveBody || [schema?.params, schema?.querystring, schema?.headers].some(Boolean);
  const codes = new Set<ErrorCode>([
    ...Object.values(responses).flatMap(problemCodes),
    ...(read ? (['invalid_request', 'invalid_text'] as const) : []),
    ...(mayHaveBody ? REFUSED_BODIES : []),
  ]);
  return { ...responses, ...problems(...codes) };
}

const REFUSED_BODIES = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
] as const satisfies readonly ErrorCode[];
