import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';

import { ERRORS, type GatepostError } from '../domain/errors.js';
import type { FrontName } from '../domain/front.js';
import type { Refusals } from '../http/problem.js';
import { answerBrowsers } from './browsers.js';
import type { Front, FrontDeps, FrontScope, Refuse } from './front.js';

/** What became of a request: an answer, a refusal, or a failure that is ours. */
export type FrontOutcome = 'answered' | 'refused' | 'failed';

interface MountOptions {
  readonly deps: FrontDeps;
  readonly refusals: Refusals;
  readonly onAnswered: (front: FrontName, outcome: FrontOutcome) => void;
}

/**
 * Puts fronts into the app, each apart from the others and from the native API: errors, addresses
 * without a route, parsers and headers are its own. What guards the service stays in front of all.
 */
export function mountFronts(
  app: FastifyInstance,
  fronts: readonly Front[],
  options: MountOptions,
): void {
  for (const front of fronts) {
    for (const scope of front.scopes) {
      app.register(async (inner) => install(inner, { front, scope, ...options }), {
        prefix: scope.prefix,
      });
    }
  }
}

interface Mounted extends MountOptions {
  readonly front: Front;
  readonly scope: FrontScope;
}

function install(app: FastifyInstance, mounted: Mounted): void {
  const { front, scope, deps, refusals, onAnswered } = mounted;
  const refused = new WeakMap<FastifyRequest, GatepostError>();
  const refuse: Refuse = (said, request, reply) => {
    refused.set(request, said);
    return front.refuse(said, request, reply);
  };
  app.setErrorHandler(async (error: FastifyError, request, reply) =>
    refuse(refusals.of(error, request, reply), request, reply),
  );
  app.setNotFoundHandler(async (request, reply) =>
    refuse(refusals.nothingAt(request, reply), request, reply),
  );
  // What vendors accept is wider than what they describe; a front reads what it needs.
  app.setValidatorCompiler(() => (value: unknown) => ({ value }));
  // Some vendors refuse with 200, so a status alone does not tell.
  app.addHook('onResponse', async (request) =>
    onAnswered(front.name, outcomeOf(refused.get(request))),
  );
  if (front.browsers) answerBrowsers(app, { front: front.name, gate: deps.gate });
  scope.routes(app, deps);
}

function outcomeOf(said: GatepostError | undefined): FrontOutcome {
  if (said === undefined) return 'answered';
  return ERRORS[said.code].status >= 500 ? 'failed' : 'refused';
}
