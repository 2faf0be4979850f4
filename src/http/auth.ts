import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';

import type { Caller, Deps } from '../deps.js';
import type { Scope } from '../domain/api-key.js';
import type { FrontName } from '../domain/front.js';
import { authenticateKey } from '../operations/authenticate-key.js';
import type { Gate, Shown } from './admission/gate.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs to be allowed here; every route under /v1 says it. */
    scope?: Scope;
    /** Asked by machines that watch: answered however much else comes. */
    watched?: true;
    /** Of a front for the clients of another service, which asks for keys in that one's way. */
    front?: FrontName;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

const API = '/v1/';

interface AuthOptions extends Pick<Deps, 'store'> {
  readonly gate: Gate;
}

/**
 * Asks every request to the API for a key with the scope that its route names, before the body is
 * read. A route of the API that names none keeps the app from starting. Fronts ask by themselves.
 */
export function installAuth(app: FastifyInstance, { store, gate }: AuthOptions): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', refuseUnscoped);
  app.addHook('onRequest', async (request, reply) => {
    const { scope, watched, front } = request.routeOptions.config;
    if (watched === true || front !== undefined) return;
    if (scope === undefined) gate.anonymous(request, reply);
    else {
      const authenticate: Shown['authenticate'] = async (token) =>
        authenticateKey({ store }, token);
      const token = gate.bearer(request);
      const missing = missingOf(request);
      await gate.admit(request, reply, { token, missing, scope, authenticate });
    }
  });
}

/** Who calls. Only in routes that ask for a key. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.url} has a caller only with a key`);
  return request.caller;
}

function refuseUnscoped({ url, config }: RouteOptions): void {
  if (url.startsWith(API) && config?.scope === undefined && config?.front === undefined) {
    throw new Error(`${url} must say in its config which scope a key needs`);
  }
}

function missingOf({ headers }: FastifyRequest): string {
  return headers.authorization === undefined
    ? 'The request has no Authorization header.'
    : 'The Authorization header is not of the form `Bearer gp_…`.';
}
