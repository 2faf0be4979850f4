import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';

import { frontsNamed } from './compat/fronts.js';
import { mountFronts } from './compat/mount.js';
import type { Deps } from './deps.js';
import { FRONT_NAMES, type FrontName } from './domain/front.js';
import { type Clients, CLIENTS_DEFAULT } from './http/admission/clients.js';
import { gateOf } from './http/admission/gate.js';
import { installOverload } from './http/admission/overload.js';
import { rateLimits } from './http/admission/rate-limits.js';
import { installAuth } from './http/auth.js';
import { refuseConnection } from './http/client-error.js';
import { CONNECTION_OPTIONS, guardConnections } from './http/connections.js';
import { CONSOLE_FOLDER, installConsole } from './http/console.js';
import { installDocs } from './http/docs.js';
import { healthRoutes } from './http/health.js';
import { installJsonBody } from './http/json-body.js';
import { createMetrics, installMetrics, type Metrics, watchPlaces } from './http/metrics.js';
import { installProblems, refuseRequest } from './http/problem.js';
import { installRequestLog } from './http/request-log.js';
import type { Routes } from './http/routes.js';
import { appealRoutes } from './http/routes/appeals.js';
import { auditRoutes } from './http/routes/audit.js';
import { authorRoutes } from './http/routes/authors.js';
import { blockRoutes } from './http/routes/blocks.js';
import { commentRoutes } from './http/routes/comments.js';
import { decisionRoutes } from './http/routes/decisions.js';
import { bulkDecisionRoutes } from './http/routes/bulk-decisions.js';
import { claimRoutes } from './http/routes/claims.js';
import { draftRoutes } from './http/routes/drafts.js';
import { eventRoutes } from './http/routes/events.js';
import { keyRoutes } from './http/routes/keys.js';
import { frontKeyRoutes } from './http/routes/front-keys.js';
import { policyPresetRoutes } from './http/routes/policy-presets.js';
import { noteRoutes } from './http/routes/notes.js';
import { queueRoutes } from './http/routes/queue.js';
import { modelRoutes } from './http/routes/models.js';
import { scoreRoutes } from './http/routes/scores.js';
import { siteModelRoutes } from './http/routes/site-model.js';
import { policyRoutes } from './http/routes/policy.js';
import { noticeRoutes } from './http/routes/notices.js';
import { previewRoutes } from './http/routes/preview.js';
import { privacyRoutes } from './http/routes/privacy.js';
import { reportRoutes } from './http/routes/reports.js';
import { sessionRoutes } from './http/routes/session.js';
import { statementRoutes } from './http/routes/statements.js';
import { policyRecordRoutes } from './http/routes/policy-record.js';
import { replayRoutes } from './http/routes/replay.js';
import { transparencyRoutes } from './http/routes/transparency.js';
import { statisticsRoutes } from './http/routes/statistics.js';
import { threadRoutes } from './http/routes/threads.js';
import { warningRoutes } from './http/routes/warnings.js';
import { webhookDeliveryRoutes } from './http/routes/webhook-deliveries.js';
import { webhookRoutes } from './http/routes/webhooks.js';
import { SHARED_SCHEMAS } from './http/schemas/shared.js';
import { serializerCompiler } from './http/serialization.js';
import { validatorCompiler } from './http/validation.js';
import { learningEnded } from './operations/house/after-decision.js';
import { PATH_PARAMETER_LENGTH_MAX, REQUEST_BYTES_MAX } from './limits.js';
import { SESSION_HOURS_DEFAULT } from './limits/sessions.js';
import { storageFault } from './store/storage-fault.js';

/** In the order in which /docs shows them. */
const ROUTES: readonly Routes[] = [
  commentRoutes,
  queueRoutes,
  claimRoutes,
  decisionRoutes,
  bulkDecisionRoutes,
  noteRoutes,
  auditRoutes,
  eventRoutes,
  reportRoutes,
  appealRoutes,
  noticeRoutes,
  statementRoutes,
  transparencyRoutes,
  previewRoutes,
  scoreRoutes,
  threadRoutes,
  authorRoutes,
  warningRoutes,
  privacyRoutes,
  blockRoutes,
  policyRoutes,
  policyPresetRoutes,
  policyRecordRoutes,
  draftRoutes,
  replayRoutes,
  statisticsRoutes,
  modelRoutes,
  siteModelRoutes,
  webhookRoutes,
  webhookDeliveryRoutes,
  keyRoutes,
  frontKeyRoutes,
  healthRoutes,
];

type Compilers = NonNullable<FastifyServerOptions['schemaController']>['compilersFactory'];

/** Given to Fastify as it is made: it would load its own otherwise, as whose they are typed. */
const COMPILERS = {
  buildValidator: () => validatorCompiler(SHARED_SCHEMAS),
  buildSerializer: () => serializerCompiler(SHARED_SCHEMAS),
} as unknown as NonNullable<Compilers>;

/** Who is listened to, as which services, and for how long after a sign-in. */
export interface AppOptions extends Clients {
  /** All of them where none are named. */
  readonly fronts?: readonly FrontName[];
  readonly sessionHours?: number;
  /** Where the built console is; in the package where left out. */
  readonly consoleFolder?: string;
}

const SECONDS_PER_HOUR = 3_600;

/** The whole service over the given collaborators; ready for `listen` or `inject`. */
export async function buildApp(
  given: Omit<Deps, 'meter'>,
  metrics: Metrics = createMetrics(),
  clients: AppOptions = CLIENTS_DEFAULT,
): Promise<FastifyInstance> {
  const deps: Deps = { ...given, meter: metrics.meter };
  const fronts = frontsNamed(clients.fronts ?? FRONT_NAMES);
  const app = Fastify({
    logger: false,
    bodyLimit: REQUEST_BYTES_MAX,
    genReqId: () => deps.newId('req'),
    requestIdHeader: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    trustProxy: clients.trustedProxies.length > 0 && [...clients.trustedProxies],
    routerOptions: { maxParamLength: PATH_PARAMETER_LENGTH_MAX },
    frameworkErrors: refuseRequest,
    clientErrorHandler: refuseConnection,
    schemaController: { compilersFactory: COMPILERS },
    ...CONNECTION_OPTIONS,
  }).withTypeProvider<TypeBoxTypeProvider>();
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema);
  // First of all: Fastify looks at a route's responses with the error handler that is in place.
  const refusals = installProblems(app, { log: deps.log, storageFault });
  guardConnections(app, deps.log);
  installJsonBody(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
  installRequestLog(app, deps.log);
  watchPlaces(metrics, installOverload(app, () => metrics.refused.inc({ why: 'overload' })));
  const rates = rateLimits(clients.rates, {
    stopwatch: deps.stopwatch,
    onRefused: (why) => metrics.refused.inc({ why }),
  });
  const gate = gateOf(rates);
  installAuth(app, { store: deps.store, clock: deps.clock, gate });
  await installDocs(app, fronts);
  installMetrics(app, metrics);
  installConsole(app, clients.consoleFolder ?? CONSOLE_FOLDER);
  const seconds = (clients.sessionHours ?? SESSION_HOURS_DEFAULT) * SECONDS_PER_HOUR;
  for (const routes of [...ROUTES, sessionRoutes({ seconds })]) routes(app, deps);
  mountFronts(app, fronts, {
    deps: { ...deps, gate },
    refusals,
    onAnswered: (front, outcome) => metrics.fronts.inc({ front, outcome }),
  });
  app.addHook('onClose', async () => learningEnded(deps));
  await app.ready();
  return app;
}
