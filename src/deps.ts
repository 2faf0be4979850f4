import type { Classifier } from './classifier/classifier.js';
import type { ApiKey } from './domain/api-key.js';
import type { ScorerOutcome } from './domain/outside-scores.js';
import type { ReasonCode } from './domain/reasons.js';
import type { Status } from './domain/status.js';
import type { DeliveryStatus } from './domain/webhook.js';
import type { Scorer } from './signals/scorer.js';
import type { Store } from './store/store.js';
import type { Sender } from './webhooks/sender.js';

/** The prefixes of ids, one for each kind of object. */
export type IdPrefix =
  | 'cmt'
  | 'thr'
  | 'aut'
  | 'dec'
  | 'rev'
  | 'blk'
  | 'rep'
  | 'req'
  | 'evt'
  | 'nte'
  | 'ntc'
  | 'wrn'
  | 'apl'
  | 'whk'
  | 'dlv'
  | 'imp'
  | 'ses';

/** What operations say to whoever watches the service; /metrics shows it. */
export interface Meter {
  /** A comment was judged and stored. */
  submitted(status: Status, reasons: readonly ReasonCode[]): void;
  /** The engine took this long over one text. */
  judged(seconds: number): void;
  /** A moderator decided. */
  decided(status: Status): void;
  /** The outside scorer was asked about a text, or would have been, and this came of it. */
  scored(outcome: ScorerOutcome, seconds: number): void;
  /** An event was posted to an endpoint; `pending` where it will be tried again. */
  posted(left: DeliveryStatus): void;
}

/** The structured log, as pino has it. Never given bodies, names, addresses or secrets. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The collaborators. An operation's signature picks the ones that it needs. */
export interface Deps {
  readonly store: Store;
  readonly classifier: Classifier;
  /** Outside of this service; null where none is configured. */
  readonly scorer: Scorer | null;
  /** Posts to the endpoints that sites have named. */
  readonly sender: Sender;
  /** Milliseconds since 1970, as Date.now has them. */
  readonly clock: () => number;
  /** A monotonic time in milliseconds, for durations. */
  readonly stopwatch: () => number;
  /** An id that sorts by the time it was made at: `cmt_` and 26 characters. */
  readonly newId: (prefix: IdPrefix) => string;
  /** Unguessable bytes, for secrets. */
  readonly randomBytes: (count: number) => Buffer;
  readonly meter: Meter;
  /** Idempotent requests being worked on in this process: their key, and their digest. */
  readonly inFlight: Map<string, string>;
  readonly log: Log;
}

/** Who calls: the key that was shown, and through it the site and the named actor. */
export type Caller = Pick<ApiKey, 'id' | 'site_id' | 'name' | 'scope'>;
