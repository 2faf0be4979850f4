import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Log } from '../deps.js';
import { type ErrorCode, ERRORS, GatepostError } from '../domain/errors.js';
import { REQUEST_BYTES_MAX } from '../limits.js';
import { allowedMethods, type KnownRoute } from './allowed-methods.js';
import { pathOf } from './path-of.js';
import { PROBLEM_MEDIA_TYPE, problemType } from './schemas/problem.js';

/** From so many seconds on, and up to as many more. */
const RETRY_AFTER_SECONDS = 4;
const RETRY_AFTER_SPREAD = 5;

/** What keeps the database from its work, for whoever asked and for the operator. */
interface StorageFault {
  readonly kind: string;
  readonly detail: string;
  readonly advice: string;
}

interface ProblemOptions {
  readonly log: Log;
  /** Where a fault is the database's, so that trying again later makes sense: which; else null. */
  readonly storageFault: (error: unknown) => StorageFault | null;
}

/** What went wrong, whoever's words it is then told in. Both set the headers that go with it. */
export interface Refusals {
  /** Of whatever was thrown. A fault is logged. */
  of(error: FastifyError, request: FastifyRequest, reply: FastifyReply): GatepostError;
  /** Of an address without a route, or without one of this method. */
  nothingAt(request: FastifyRequest, reply: FastifyReply): GatepostError;
}

/** Answers every refusal and every fault as problem+json. Goes before the first route. */
export function installProblems(app: FastifyInstance, options: ProblemOptions): Refusals {
  const refusals = refusalsOf(app, options);
  app.setErrorHandler(async (error: FastifyError, request, reply) =>
    sendProblem(request, reply, refusals.of(error, request, reply)),
  );
  app.setNotFoundHandler(async (request, reply) =>
    sendProblem(request, reply, refusals.nothingAt(request, reply)),
  );
  return refusals;
}

function refusalsOf(app: FastifyInstance, options: ProblemOptions): Refusals {
  const routes: KnownRoute[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url });
  });
  return {
    of: (error, request, reply) => {
      const refused = gatepostError(error, request, options);
      if (ERRORS[refused.code].status === 503) {
        reply.header('retry-after', String(retryAfter(request)));
      }
      return refused;
    },
    nothingAt: (request, reply) => {
      const methods = allowedMethods(routes, request.url);
      // A route may have nothing at some of its addresses; and a front answers preflights wherever
      // it could have routes.
      const found = methods.includes(request.method);
      if (found || methods.every((method) => method === 'OPTIONS')) {
        return new GatepostError('not_found', 'There is nothing at this address.');
      }
      reply.header('allow', methods.join(', '));
      return new GatepostError('method_not_allowed', `${request.method} is not possible here.`);
    },
  };
}

/** By the request's id, which ends by chance: who was refused at once shall not return at once. */
function retryAfter({ id }: FastifyRequest): number {
  return RETRY_AFTER_SECONDS + (id.charCodeAt(id.length - 1) % RETRY_AFTER_SPREAD);
}

/** For what Fastify refuses before it looks for a route: a path with wrong percent-coding. */
export function refuseRequest(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const detail = 'The path is not a valid URL path.';
  const refused = new GatepostError('invalid_request', detail, {
    errors: [{ pointer: '', detail: error instanceof Error ? error.message : 'cannot be read' }],
  });
  void sendProblem(request, reply, refused);
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: GatepostError,
): FastifyReply {
  const { status } = ERRORS[error.code];
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="gatepost"');
  const body = JSON.stringify(problemBody(request, error));
  // As text, so that no response schema of the route takes a member away.
  return reply.code(status).type(PROBLEM_MEDIA_TYPE).serializer(String).send(body);
}

/** The problem document of a refusal. */
export function problemBody(
  request: FastifyRequest,
  { code, message, errors, current }: GatepostError,
): object {
  const { status, title, hint } = ERRORS[code];
  return {
    type: problemType(code),
    title,
    status,
    detail: message,
    code,
    hint,
    instance: pathOf(request.url),
    request_id: request.id,
    ...(errors.length > 0 && { errors }),
    ...(current !== undefined && { current }),
  };
}

function gatepostError(
  error: FastifyError,
  request: FastifyRequest,
  { log, storageFault }: ProblemOptions,
): GatepostError {
  if (error instanceof GatepostError) return error;
  const refused = refusalOf(error, request);
  if (refused !== null) return new GatepostError(refused.code, refused.detail);
  const fault = storageFault(error);
  if (fault !== null) {
    const { kind, detail, advice } = fault;
    const { code } = error;
    const fields = { request_id: request.id, route: request.routeOptions.url, kind, code, advice };
    log.error(fields, 'the database could not do its work');
    return new GatepostError('storage_unavailable', detail);
  }
  logFault(log, request, error);
  return new GatepostError('internal', 'The request could not be completed.');
}

/** The message of a fault may quote what was asked, so only its kind and place are kept. */
export function logFault(log: Log, request: FastifyRequest, fault: unknown): void {
  const { name, code, stack = '' } = fault as FastifyError;
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line));
  log.error({ request_id: request.id, route: request.routeOptions.url, name, code, frames }, 'fault');
}

/** What Fastify itself refuses, as one of our refusals; null for a fault. */
function refusalOf(
  error: FastifyError,
  request: FastifyRequest,
): { readonly code: ErrorCode; readonly detail: string } | null {
  const { statusCode = 500 } = error;
  if (statusCode === 413) {
    const detail = `The request has more than ${REQUEST_BYTES_MAX} bytes.`;
    return { code: 'payload_too_large', detail };
  }
  if (statusCode === 415) {
    const type = request.headers['content-type'];
    const what = type === undefined ? 'The body has no media type' : `The media type ${type}`;
    const detail = `${what}${type === undefined ? '.' : ' is not understood here.'}`;
    return { code: 'unsupported_media_type', detail };
  }
  if (statusCode === 503) return { code: 'unavailable', detail: 'The service is shutting down.' };
  if (error instanceof SyntaxError || codeOf(error).includes('JSON')) {
    return { code: 'malformed_json', detail: jsonDetail(error) };
  }
  if (statusCode < 500) return { code: 'invalid_request', detail: sentence(error.message) };
  return null;
}

/** Fastify says of its own refusal what was set where; the parser says what it met, and where. */
function jsonDetail(error: FastifyError): string {
  const own = codeOf(error) === 'FST_ERR_CTP_INVALID_JSON_BODY';
  return own ? 'The body cannot be read as JSON.' : sentence(error.message);
}

/** What Fastify throws has a code; what fails by itself has none, whatever its type says. */
function codeOf(error: { readonly code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : '';
}

/** V8 quotes what it could not read: that may be a comment, so it ends before the quotation. */
function sentence(message: string): string {
  const plain = message.replace(/,? ?(?:\.\.\.)?["'].*$/su, '').trim();
  return `${plain === '' ? 'The body cannot be read' : plain.replace(/[.:,]+$/u, '')}.`;
}
