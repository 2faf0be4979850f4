import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

import type { Caller, Deps } from '../deps.js';
import { permits, type Scope } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import { authenticateKey } from '../operations/authenticate-key.js';
import type { RateLimits } from './admission/rate-limits.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs to be allowed here; every route under /v1 says it. */
    scope?: Scope;
    /** Asked by machines that watch: answered however much else comes. */
    watched?: true;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

const API = '/v1/';
const BEARER = /^Bearer +([\x21-\x7e]+) *$/iu;

interface AuthOptions extends Pick<Deps, 'store'> {
  readonly rates: RateLimits;
}

/**
 * Asks every request to the API for a key with the scope that its route names, before the body is
 * read. A route of the API that names none keeps the app from starting.
 */
export function installAuth(app: FastifyInstance, options: AuthOptions): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', refuseUnscoped);
  app.addHook('onRequest', async (request, reply) => {
    const { scope, watched } = request.routeOptions.config;
    if (watched === true) return;
    if (scope === undefined) options.rates.anonymous(request, reply);
    else await admit(request, reply, { ...options, scope });
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

async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, rates, scope }: AuthOptions & { readonly scope: Scope },
): Promise<void> {
  const { authorization } = request.headers;
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    rates.anonymous(request, reply);
    throw new GatepostError(
      'unauthenticated',
      authorization === undefined
        ? 'The request has no Authorization header.'
        : 'The Authorization header is not of the form `Bearer gp_…`.',
    );
  }
  rates.shown(request, reply, token);
  const caller = await authenticateKey({ store }, token);
  if (caller === null) {
    rates.wrong(request);
    throw new GatepostError('unauthenticated', 'The key is unknown, wrong or revoked.');
  }
  request.caller = caller;
  rates.right(request, reply, { caller, token });
  if (!permits(caller.scope, scope)) {
    throw new GatepostError(
      'forbidden',
      `This needs a key with the scope "${scope}"; this key has "${caller.scope}".`,
    );
  }
}
