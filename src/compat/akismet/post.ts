import type { FastifyRequest, FastifySchema } from 'fastify';

import type { Scope } from '../../domain/api-key.js';
import type { TypedApp } from '../../http/routes.js';
import { authenticateFrontKey } from '../../operations/authenticate-front-key.js';
import type { FrontDeps } from '../front.js';
import type { Asking } from './check.js';
import { charsetOf, readForm } from './form.js';
import { shownKey } from './shown-key.js';

/** What a route says of itself in /docs; the tag and how it is shown a key are the front's. */
export type Described = FastifySchema & {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
};

export const TAG = 'Akismet';

const MISSING =
  'No key: send a key of this Gatepost for Akismet (12 characters) as api_key, or before the host.';

/** Forms are the only bodies that clients of Akismet send. */
export function readForms(app: TypedApp): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      readForm(body, charsetOf(request.headers['content-type'])),
  );
}

/** What stands with every route of the front: a description, and the gate behind the form. */
export function guarded(deps: FrontDeps, scope: Scope, schema: Described) {
  return {
    config: { front: 'akismet' as const },
    preHandler: async (...[request, reply]: Parameters<FrontDeps['gate']['anonymous']>) =>
      deps.gate.admit(request, reply, {
        token: shownKey(request),
        missing: MISSING,
        scope,
        authenticate: async (token) => authenticateFrontKey(deps, { front: 'akismet', token }),
      }),
    schema: {
      ...schema,
      tags: [TAG],
      security: [{ akismet: [] }],
      ...(schema.body !== undefined && { consumes: ['application/x-www-form-urlencoded'] }),
    },
  };
}

/** Who asks. Only behind the gate. */
export function asking(deps: FrontDeps, request: FastifyRequest): Asking {
  return { caller: deps.gate.callerOf(request), key: shownKey(request) ?? '' };
}

interface PlainAnswer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

interface PlainRoute {
  readonly path: string;
  readonly scope: Scope;
  readonly schema: Described;
}

/** A route whose answer is one word or sentence, which clients compare to the letter. */
export function post(
  app: TypedApp,
  deps: FrontDeps,
  ...[{ path, scope, schema }, answer]: [
    PlainRoute,
    (request: FastifyRequest) => Promise<PlainAnswer>,
  ]
): void {
  app.post(path, guarded(deps, scope, schema), async (request, reply) => {
    const { headers = {}, body } = await answer(request);
    return reply.headers(headers).type('text/plain; charset=utf-8').send(body);
  });
}
