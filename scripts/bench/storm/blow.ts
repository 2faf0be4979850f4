import { commentOf } from '../load/comments.js';
import { type Connection, connection } from '../load/connection.js';

/** Comments sent for a while. */
export interface Blow {
  readonly url: string;
  readonly key: string;
  /** The number of the first comment. */
  readonly from: number;
  readonly connections: number;
  readonly seconds: number;
  /** Null for as many as are answered. */
  readonly perSecond: number | null;
  /** Milliseconds after which one client in ten gives up and comes again; null for never. */
  readonly patience: number | null;
}

/** What became of them. Times are of those that were accepted, from when they were due. */
export interface Blown {
  readonly sent: number;
  readonly accepted: number;
  readonly overloaded: number;
  readonly limited: number;
  readonly others: number;
  readonly gaveUp: number;
  /** The connection was refused or closed. */
  readonly cutOff: number;
  readonly p50: number;
  readonly p99: number;
  readonly refusedP99: number;
}

const IMPATIENT_ONE_IN = 10;
const RECONNECT_MILLISECONDS = 100;

export async function blow(given: Blow): Promise<Blown> {
  const requests = bodies(given);
  const counts = { sent: 0, accepted: 0, overloaded: 0, limited: 0, others: 0, gaveUp: 0,
    cutOff: 0 };
  const times: number[] = [];
  const refusedTimes: number[] = [];
  const start = performance.now();
  const end = start + given.seconds * 1_000;
  const dueOf = (at: number): number =>
    given.perSecond === null ? performance.now() : start + (at * 1_000) / given.perSecond;

  const client = async (number: number): Promise<void> => {
    const patience = number % IMPATIENT_ONE_IN === 0 ? given.patience : null;
    let one: Connection | null = null;
    for (;;) {
      const at = counts.sent;
      const due = dueOf(at);
      if (due >= end) break;
      counts.sent += 1;
      if (due > performance.now()) await passed(due - performance.now());
      one ??= await connection(new URL(given.url)).catch(() => null);
      const status = one === null ? 'cut off' : await answered(one, requests(at), patience);
      const took = performance.now() - due;
      if (status === 'gave up' || status === 'cut off') {
        if (status === 'gave up') counts.gaveUp += 1;
        else counts.cutOff += 1;
        one?.close();
        one = null;
        if (status === 'cut off') await passed(RECONNECT_MILLISECONDS);
      } else if (status === 201) {
        counts.accepted += 1;
        times.push(took);
      } else {
        refusedTimes.push(took);
        if (status === 503) counts.overloaded += 1;
        else if (status === 429) counts.limited += 1;
        else counts.others += 1;
      }
    }
    one?.close();
  };
  await Promise.all(Array.from({ length: given.connections }, async (_, at) => client(at)));
  return {
    ...counts,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    refusedP99: quantile(refusedTimes, 0.99),
  };
}

/** The status, or why there is none. */
async function answered(
  one: Connection,
  request: Buffer,
  patience: number | null,
): Promise<number | 'gave up' | 'cut off'> {
  // Who has given up hangs up, and the answer then fails.
  const answer = one.send(request).then(({ status }) => status, () => 'cut off' as const);
  if (patience === null) return answer;
  return Promise.race([answer, passed(patience).then(() => 'gave up' as const)]);
}

const passed = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function bodies({ url, key, from }: Blow): (at: number) => Buffer {
  const { host } = new URL(url);
  const head = `POST /v1/comments HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\n`;
  return (at) => {
    const body = JSON.stringify(commentOf(from + at));
    const type = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    return Buffer.from(`${head}${type}\r\n\r\n${body}`);
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
