/** What the generator is to send for a while, and what came of it: messages between processes. */

/** One kind of request on so many connections. */
export interface Stream {
  readonly name: string;
  /** The servers; connections take them in turns. */
  readonly urls: readonly string[];
  readonly key: string;
  readonly connections: number;
  /** Requests a second that are due whether or not others are answered; null for all it takes. */
  readonly perSecond: number | null;
  readonly what: Comments | Reads;
  /** The only status that counts as an answer. */
  readonly expected: number;
}

/** Comments by their number, each sent once. */
export interface Comments {
  readonly post: string;
  readonly from: number;
}

/** Paths, in turns. */
export interface Reads {
  readonly get: readonly string[];
}

export interface Job {
  readonly streams: readonly Stream[];
  readonly seconds: number;
}

export interface StreamResult {
  readonly name: string;
  /** Requests that got the expected status, and how many did not. */
  readonly answers: number;
  readonly others: number;
  /** The beginning of the first other answer; null where there was none. */
  readonly firstOther: string | null;
  readonly seconds: number;
  /** Milliseconds from when a request was due until its answer was there. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
}

export interface JobResult {
  readonly streams: readonly StreamResult[];
  /** The share of its core that the generator used; near 1 it measured itself. */
  readonly load: number;
}
