import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';

import type { Caller, Deps } from '../deps.js';
import { permits, type Scope } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import { authenticateKey } from '../operations/authenticate-key.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs to be allowed here; every route under /v1 says it. */
    scope?: Scope;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

const API = '/v1/';
const BEARER = /^Bearer +([\x21-\x7e]+) *$/iu;

/**
 * Asks every request to the API for a key with the scope that its route names, before the body is
 * read. A route of the API that names none keeps the app from starting.
 */
export function installAuth(app: FastifyInstance, deps: Pick<Deps, 'store'>): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', refuseUnscoped);
  app.addHook('onRequest', async (request) => {
    const { scope } = request.routeOptions.config;
    if (scope === undefined) return;
    request.caller = await admitted(deps, request, scope);
  });
}

/** Who calls. Only in routes that name a scope. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.url} has a caller only with a scope`);
  return request.caller;
}

function refuseUnscoped({ url, config }: RouteOptions): void {
  if (url.startsWith(API) && config?.scope === undefined) {
    throw new Error(`${url} must say in its config which scope a key needs`);
  }
}

async function admitted(
  deps: Pick<Deps, 'store'>,
  { headers }: FastifyRequest,
  scope: Scope,
): Promise<Caller> {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw new GatepostError(
      'unauthenticated',
      headers.authorization === undefined
        ? 'The request has no Authorization header.'
        : 'The Authorization header is not of the form `Bearer gp_…`.',
    );
  }
  const caller = await authenticateKey(deps, token);
  if (caller === null) {
    throw new GatepostError('unauthenticated', 'The key is unknown, wrong or revoked.');
  }
  if (!permits(caller.scope, scope)) {
    throw new GatepostError(
      'forbidden',
      `This needs a key with the scope "${scope}"; this key has "${caller.scope}".`,
    );
  }
  return caller;
}
