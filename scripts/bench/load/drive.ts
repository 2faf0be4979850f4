import { commentOf } from './comments.js';
import { type Connection, connection } from './connection.js';
import type { Stream, StreamResult } from './job.js';

/** Made before the clock runs, so that making them is not measured; the rest is made then. */
const PREPARED_PER_SECOND = 6_000;
const OTHER_SHOWN_CHARACTERS = 400;

export type Prepared = (at: number) => Buffer;

/** The requests of a stream by their number from 0, most of those of so many seconds made. */
export function prepared(stream: Stream, seconds: number): Prepared {
  const { what } = stream;
  if ('get' in what) {
    const all = what.get.map((path) => request(stream, ['GET', path], null));
    return (at) => all[at % all.length] ?? Buffer.alloc(0);
  }
  const made = (at: number): Buffer =>
    request(stream, ['POST', what.post], JSON.stringify(commentOf(what.from + at)));
  const length = Math.ceil(Math.min(stream.perSecond ?? Infinity, PREPARED_PER_SECOND) * seconds);
  const ready = Array.from({ length }, (_, at) => made(at));
  return (at) => ready[at] ?? made(at);
}

type Line = readonly [method: string, path: string];

function request({ urls, key }: Stream, [method, path]: Line, body: string | null): Buffer {
  const { host } = new URL(urls[0] ?? '');
  const head = [`${method} ${path} HTTP/1.1`, `host: ${host}`, `authorization: Bearer ${key}`];
  if (body !== null) {
    head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  }
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/**
 * Sends for so long and waits for every answer. At a given rate a request counts from when it was
 * due: one that had to wait for a connection has waited, as its reader would have.
 */
export async function drive(
  stream: Stream,
  requests: Prepared,
  seconds: number,
): Promise<StreamResult> {
  const open = await Promise.all(
    Array.from({ length: stream.connections }, async (_, at) =>
      connection(new URL(stream.urls[at % stream.urls.length] ?? '')),
    ),
  );
  const times: number[] = [];
  let [next, others] = [0, 0];
  let firstOther: string | null = null;
  const start = performance.now();
  const end = start + seconds * 1_000;
  const dueOf = (at: number): number =>
    stream.perSecond === null ? performance.now() : start + (at * 1_000) / stream.perSecond;
  const work = async (one: Connection): Promise<void> => {
    for (;;) {
      const at = next;
      const due = dueOf(at);
      if (due >= end) return;
      next += 1;
      if (stream.perSecond !== null) await until(due);
      const { status, bytes } = await one.send(requests(at));
      if (status === stream.expected) times.push(performance.now() - due);
      else {
        others += 1;
        firstOther ??= bytes.toString('utf8', 0, OTHER_SHOWN_CHARACTERS);
      }
    }
  };
  await Promise.all(open.map(work));
  const taken = (performance.now() - start) / 1_000;
  for (const one of open) one.close();
  return { name: stream.name, answers: times.length, others, firstOther, seconds: taken,
    ...quantiles(times) };
}

async function until(due: number): Promise<void> {
  const wait = due - performance.now();
  if (wait <= 0) return;
  await new Promise((resolve) => {
    setTimeout(resolve, wait);
  });
}

function quantiles(times: readonly number[]): Pick<StreamResult, 'p50' | 'p99' | 'p999'> {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999) };
}
