import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

import type { Caller, Deps } from '../deps.js';
import type { Scope } from '../domain/api-key.js';
import { GatepostError } from '../domain/errors.js';
import type { FrontName } from '../domain/front.js';
import type { HeldSession } from '../domain/session.js';
import { authenticateKey } from '../operations/authenticate-key.js';
import { authenticateSession } from '../operations/authenticate-session.js';
import type { Gate, Shown } from './admission/gate.js';
import { refuseForeign } from './same-origin.js';
import { sessionTokenIn } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key needs to be allowed here; every route under /v1 says it. */
    scope?: Scope;
    /** A session is not enough: the key itself has to be shown. */
    keyOnly?: true;
    /** Asked by machines that watch: answered however much else comes. */
    watched?: true;
    /** Of a front for the clients of another service, which asks for keys in that one's way. */
    front?: FrontName;
  }
  interface FastifyRequest {
    caller: Caller | null;
    /** By which the caller was admitted; null where the key itself was shown. */
    session: HeldSession | null;
  }
}

const API = '/v1/';

interface AuthOptions extends Pick<Deps, 'store' | 'clock'> {
  readonly gate: Gate;
}

/**
 * Asks every request to the API for a key with the scope that its route names, or for a session of
 * such a key, before the body is read. A route of the API that names no scope keeps the app from
 * starting. Fronts ask by themselves.
 */
export function installAuth(app: FastifyInstance, options: AuthOptions): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('session', null);
  app.addHook('onRoute', refuseUnscoped);
  app.addHook('onRequest', async (request, reply) => {
    const { scope, watched, front, keyOnly } = request.routeOptions.config;
    if (watched === true || front !== undefined) return;
    if (scope === undefined) {
      options.gate.anonymous(request, reply);
      return;
    }
    // Whoever shows a key wants to be asked for that.
    const withCookie = request.headers.authorization === undefined && keyOnly !== true;
    const token = withCookie ? sessionTokenIn(request) : null;
    const shown =
      token === null
        ? keyShown(request, options, scope)
        : sessionShown(request, { ...options, scope, reply, token });
    await options.gate.admit(request, reply, shown);
    if (request.session !== null) refuseForeign(request, request.session);
  });
}

function keyShown(
  request: FastifyRequest,
  { gate, store }: AuthOptions,
  scope: Scope,
): Shown {
  return {
    token: gate.bearer(request),
    missing: missingOf(request),
    scope,
    authenticate: async (token) => authenticateKey({ store }, token),
  };
}

/** Not told apart: an ended session, and a token that was never one. */
const ENDED = {
  code: 'session_ended',
  detail: 'The session is over, or there never was one.',
} as const;

interface CookieShown extends AuthOptions {
  readonly scope: Scope;
  readonly reply: FastifyReply;
  readonly token: string;
}

function sessionShown(
  request: FastifyRequest,
  { reply, token, gate, scope, ...deps }: CookieShown,
): Shown {
  return {
    token,
    missing: missingOf(request),
    scope,
    unknown: ENDED,
    authenticate: async (shown) => {
      const held = await authenticateSession(deps, shown);
      if (held === 'ended') {
        // Nobody guesses who has the right secret: pages that go on asking shut no colleague out.
        gate.anonymous(request, reply);
        throw new GatepostError(ENDED.code, ENDED.detail);
      }
      request.session = held?.session ?? null;
      return held?.caller ?? null;
    },
  };
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
