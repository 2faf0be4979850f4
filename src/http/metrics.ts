import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Meter } from '../deps.js';
import { DELIVERY_STATUSES } from '../domain/webhook.js';
import type { Places } from './admission/places.js';
import { RATE_NAMES } from './admission/rate-limits.js';

/** From 10 microseconds, about what a short comment takes, to a tenth of a second. */
const JUDGING_SECONDS = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.1];
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Up to the longest deadline that an outside scorer can be given. */
const SCORER_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What /metrics shows, in the text format of Prometheus. */
export interface Metrics {
  readonly meter: Meter;
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly refused: Counter<'why'>;
  readonly fronts: Counter<'front' | 'outcome'>;
}

/**
 * Counts from zero. Labels are closed sets: nothing that a caller sends becomes one. What an alarm
 * is about is there from the start, because of a series that appears the first step is not seen.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const comments = new Counter({
    name: 'gatepost_comments_total',
    help: 'Comments judged and stored, by the status they got.',
    labelNames: ['status'],
    registers,
  });
  const reasons = new Counter({
    name: 'gatepost_comment_reasons_total',
    help: 'Comments judged and stored, by each reason that was found in them.',
    labelNames: ['reason'],
    registers,
  });
  const decisions = new Counter({
    name: 'gatepost_moderator_decisions_total',
    help: 'Decisions of moderators, by the status they led to.',
    labelNames: ['status'],
    registers,
  });
  const judging = new Histogram({
    name: 'gatepost_judging_seconds',
    help: 'How long the engine took over one text.',
    buckets: JUDGING_SECONDS,
    registers,
  });
  const scoring = new Histogram({
    name: 'gatepost_scorer_seconds',
    help: 'How long the outside scorer took over one text, by what came of it.',
    labelNames: ['outcome'],
    buckets: SCORER_SECONDS,
    registers,
  });
  const posts = new Counter({
    name: 'gatepost_webhook_attempts_total',
    help: 'Events posted to webhook endpoints, by what the delivery is since.',
    labelNames: ['delivery'],
    registers,
  });
  for (const delivery of DELIVERY_STATUSES) posts.inc({ delivery }, 0);
  const meter: Meter = {
    submitted: (status, found) => {
      comments.inc({ status });
      for (const reason of new Set(found)) reasons.inc({ reason });
    },
    judged: (seconds) => judging.observe(seconds),
    decided: (status) => decisions.inc({ status }),
    scored: (outcome, seconds) => scoring.observe({ outcome }, seconds),
    posted: (delivery) => posts.inc({ delivery }),
  };
  return { meter, registry, ...requestMetrics(registers) };
}

function requestMetrics(
  registers: Registry[],
): Pick<Metrics, 'requests' | 'refused' | 'fronts'> {
  const requests = new Histogram({
    name: 'gatepost_http_request_duration_seconds',
    help: 'Requests answered, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const refused = new Counter({
    name: 'gatepost_refused_requests_total',
    help: 'Requests refused because too much came, by what there was too much of.',
    labelNames: ['why'],
    registers,
  });
  for (const why of [...RATE_NAMES, 'overload']) refused.inc({ why }, 0);
  const fronts = new Counter({
    name: 'gatepost_front_requests_total',
    help: 'Requests of clients of other services, by the front and by what came of them.',
    labelNames: ['front', 'outcome'],
    registers,
  });
  return { requests, refused, fronts };
}

/** Shows how many requests are worked on and how many wait. */
export function watchPlaces({ registry }: Metrics, places: Places): void {
  new Gauge({
    name: 'gatepost_requests',
    help: 'Requests that are worked on, and that wait until there is room.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { working, waiting } = places.counts();
      this.set({ state: 'working' }, working);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}

/** Shows how many lines of the log were lost. */
export function watchLog({ registry }: Metrics, lostLines: () => number): void {
  new Counter({
    name: 'gatepost_log_lines_lost_total',
    help: 'Lines of the log that could not be written, because the disk under it was full.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(lostLines());
    },
  });
}

/** Counts every request, and shows the counts at /metrics. */
export function installMetrics(app: FastifyInstance, { registry, requests }: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    // A path that no route has could be anything, and each would be a series of its own.
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.statusCode);
    requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
  });
  app.get(
    '/metrics',
    {
      config: { watched: true },
      schema: {
        operationId: 'getMetrics',
        summary: 'Figures for Prometheus',
        description: 'Comments by status and reason, judging time, requests, and the process.',
        tags: ['Operation'],
        produces: ['text/plain'],
      },
    },
    async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
}
