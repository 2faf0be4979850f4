import { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Log } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { EVENTS_WAITING_BYTES_MAX } from '../limits/transfer.js';
import { logFault, problemBody } from './problem.js';

const EVENTS = 'text/event-stream';
const JSON_TYPE = 'application/json';

/** Work that takes a while: says how far it is, and stops when it is told to. */
export type LongWork = (control: {
  readonly onProgress: (progress: object) => void;
  readonly signal: AbortSignal;
}) => Promise<object>;

/** Does the work and answers with its result, as JSON or as a stream of events. */
export type LongAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  work: LongWork,
) => Promise<FastifyReply>;

/**
 * Answers to work that takes a while. Who accepts `text/event-stream` gets an event `progress` from
 * time to time and then one `result`, or one `problem`; all others get the result as JSON at the
 * end. Closing the connection stops the work, and so does stopping the service. What is refused
 * before the first progress is answered as any refusal is.
 */
export function longAnswers(app: FastifyInstance, log: Log): LongAnswer {
  const running = new Set<AbortController>();
  app.addHook('preClose', async () => {
    for (const controller of running) controller.abort();
  });
  return async (request, reply, work) => {
    const controller = new AbortController();
    running.add(controller);
    reply.raw.once('close', () => {
      running.delete(controller);
      controller.abort();
    });
    const { signal } = controller;
    if (request.headers.accept?.includes(EVENTS) !== true) {
      const result = await work({ onProgress: () => undefined, signal });
      return reply.type(JSON_TYPE).send(result);
    }
    return streamed({ request, reply, log, signal }, work);
  };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Begins the stream with the first progress: until then the work can still be refused. */
async function streamed(exchange: Exchange, work: LongWork): Promise<FastifyReply> {
  const { reply } = exchange;
  const events = new Readable({ read: () => undefined });
  let accepted = false;
  let accept = (): void => undefined;
  const acceptance = new Promise<void>((resolve) => {
    accept = resolve;
  });
  const onProgress = (progress: object): void => {
    accepted = true;
    accept();
    if (events.readableLength > EVENTS_WAITING_BYTES_MAX) return;
    push(events, 'progress', JSON.stringify(progress));
  };
  const done = work({ onProgress, signal: exchange.signal })
    .then((result) => push(events, 'result', serialized(reply, result)))
    .catch((fault: unknown) => {
      if (!accepted) throw fault;
      push(events, 'problem', problemOfFault(exchange, fault));
    })
    .finally(() => events.push(null));
  await Promise.race([acceptance, done]);
  return reply.type(EVENTS).header('x-accel-buffering', 'no').send(events);
}

/** A client that has gone takes no more events. */
function push(events: Readable, event: string, data: string): void {
  if (!events.destroyed) events.push(`event: ${event}\ndata: ${data}\n\n`);
}

/** As the response schema has it, which says what may be seen. */
function serialized(reply: FastifyReply, result: object): string {
  return String(reply.serializeInput({ ...result }, '200', JSON_TYPE));
}

/** The stream has begun, so its status says 200: what went wrong is told in an event. */
function problemOfFault({ request, log }: Exchange, fault: unknown): string {
  logFault(log, request, fault);
  const failed = new GatepostError('internal', 'The request could not be completed.');
  return JSON.stringify(problemBody(request, failed));
}
