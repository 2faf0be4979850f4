import { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Caller, Deps, Log } from '../deps.js';
import type { StreamType } from '../domain/audit.js';
import { GatepostError } from '../domain/errors.js';
import type { HeldSession } from '../domain/session.js';
import {
  EVENT_HEARTBEAT_MILLISECONDS,
  EVENT_POLL_MILLISECONDS,
  EVENT_STREAM_WAITING_BYTES_MAX,
  EVENT_STREAMS_MAX,
} from '../limits/transfer.js';
import { readEvents, type SequencedEvent } from '../operations/events/read-events.js';
import { stillAdmitted, watchEvents } from '../operations/events/watch-events.js';
import { giveWay } from '../operations/replaying/pace.js';

export interface Subscription {
  readonly caller: Caller;
  /** Null where the key itself was shown. */
  readonly session: HeldSession | null;
  /** Null for all. */
  readonly types: readonly StreamType[] | null;
  /** Only what was put on record after this sequence number. */
  readonly after: number;
}

/**
 * Answers with streams of events. One ends when its client goes, when the service stops, when its
 * key is revoked or its session is over, and when its client takes nothing for so long that too
 * much waits: whoever comes back with the last id goes on from there.
 */
export function eventStreams(
  app: FastifyInstance,
  deps: Pick<Deps, 'store' | 'clock' | 'log'>,
): (reply: FastifyReply, subscription: Subscription) => FastifyReply {
  const open = new Map<Readable, string>();
  app.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.push(null);
  });
  return (reply, subscription) => {
    const site = subscription.caller.site_id;
    const streams = [...open.values()].filter((each) => each === site).length;
    if (streams >= EVENT_STREAMS_MAX) {
      const detail = `The site has ${streams} open streams of events here.`;
      throw new GatepostError('too_many_streams', detail);
    }
    const stream = new Readable({ read: () => undefined });
    open.set(stream, site);
    const stop = follow(deps, subscription, stream);
    stream.once('close', () => {
      open.delete(stream);
      stop();
    });
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  };
}

/** Puts events on the stream as they come; the answer ends it. */
function follow(
  deps: Pick<Deps, 'store' | 'clock' | 'log'>,
  subscription: Subscription,
  stream: Readable,
): () => void {
  let reading = false;
  let again = false;
  let { after } = subscription;
  const advance = async (): Promise<void> => {
    const read = await readEvents(deps, { ...subscription, after });
    after = read.read_to;
    for (const event of read.events) push(stream, written(event));
    again ||= read.more;
  };
  const wake = (): void => {
    again = true;
    if (reading) return;
    reading = true;
    void drain(stream, async () => {
      again = false;
      await advance();
      return again;
    })
      .catch((fault: unknown) => failed(deps.log, stream, fault))
      .finally(() => {
        reading = false;
      });
  };
  const beat = (): void => {
    push(stream, ': here\n\n');
    void stillAdmitted(deps, subscription)
      .then((admitted) => admitted || stream.push(null))
      .catch((fault: unknown) => failed(deps.log, stream, fault));
  };
  const unwatch = watchEvents(deps, subscription.caller, wake);
  const timers = [
    setInterval(wake, EVENT_POLL_MILLISECONDS),
    setInterval(beat, EVENT_HEARTBEAT_MILLISECONDS),
  ];
  for (const timer of timers) timer.unref();
  // A browser whose connection breaks before there was an event goes on from here as well.
  push(stream, `id: ${after}\nretry: ${EVENT_POLL_MILLISECONDS}\n\n`);
  wake();
  return () => {
    unwatch();
    for (const timer of timers) clearInterval(timer);
  };
}

/** Reads on as long as there is more and somebody listens; between pages others have their turn. */
async function drain(stream: Readable, step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (stream.destroyed || !(await step())) return;
    await giveWay();
  }
}

function push(stream: Readable, text: string): void {
  if (stream.destroyed || stream.readableEnded) return;
  if (stream.readableLength > EVENT_STREAM_WAITING_BYTES_MAX) stream.destroy();
  else stream.push(text);
}

function written({ sequence, event }: SequencedEvent): string {
  return `id: ${sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function failed(log: Log, stream: Readable, fault: unknown): void {
  const { name, stack } = fault instanceof Error ? fault : new Error('unknown');
  log.error({ name, stack }, 'a stream of events ended with a fault');
  stream.destroy();
}
