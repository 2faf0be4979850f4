import type { AttemptProblem } from '../domain/webhook.js';
import { retryAfterSeconds } from '../domain/webhook-schedule.js';
import { addressGuard } from './address-guard.js';
import { post } from './post.js';
import { signatureHeaders } from './sign.js';
import { formMistake, type Resolve, targetOf } from './target.js';

/** An event as it is sent. */
export interface Message {
  readonly url: string;
  /** The newest first; each signs. */
  readonly secrets: readonly string[];
  /** The same for each attempt: receivers know by it what they have seen. */
  readonly id: string;
  readonly body: string;
}

export interface Sent {
  /** Null where nothing was answered. */
  readonly http_status: number | null;
  /** Null where it arrived; `stopped` where the caller ended it. */
  readonly problem: AttemptProblem | 'stopped' | null;
  readonly retry_after_seconds: number | null;
}

/** Posts events to addresses that others chose. */
export interface Sender {
  /** What is wrong with an address, in a sentence; null where nothing is, as far as it shows. */
  refusal(url: string): Promise<string | null>;
  /** One attempt. Never rejects; `stop` ends it wherever it stands. */
  send(message: Message, stop: AbortSignal): Promise<Sent>;
}

export interface SenderOptions {
  /** Names, addresses and ranges that may be posted to though they are not public. */
  readonly allowed: readonly string[];
  readonly resolve: Resolve;
  /** Ends an attempt that takes too long. */
  readonly deadline: () => AbortSignal;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const NOT_PUBLIC =
  'must lead to the public internet and begin with https://, unless the operator allows its ' +
  'address in GATEPOST_WEBHOOK_ALLOW_PRIVATE';

export function webhookSender({ allowed, resolve, deadline, clock }: SenderOptions): Sender {
  const rules = { guard: addressGuard(allowed), resolve };
  return {
    refusal: async (url) => {
      const mistake = formMistake(url);
      if (mistake !== null) return mistake;
      const target = await within(deadline(), targetOf(new URL(url), rules));
      return target?.outcome === 'refused' ? NOT_PUBLIC : null;
    },
    send: async ({ url, secrets, id, body }, stop) => {
      const late = deadline();
      const signal = AbortSignal.any([late, stop]);
      const failed = (problem: Sent['problem']): Sent => ({
        http_status: null,
        problem: stop.aborted ? 'stopped' : late.aborted ? 'timeout' : problem,
        retry_after_seconds: null,
      });
      if (formMistake(url) !== null) return failed('address_refused');
      const target = await within(signal, targetOf(new URL(url), rules));
      if (target === null) return failed('timeout');
      if (target.outcome !== 'allowed') {
        return failed(target.outcome === 'refused' ? 'address_refused' : 'unreachable');
      }
      const now = clock();
      const sent_at_seconds = Math.floor(now / 1000);
      const headers = signatureHeaders({ id, sent_at_seconds, body, secrets });
      const { addresses } = target;
      const answer = await post({ url: new URL(url), addresses, headers, body }, signal);
      if (answer === null) return failed('unreachable');
      return {
        http_status: answer.status,
        problem: problemOf(answer.status),
        retry_after_seconds: retryAfterSeconds(answer.retry_after, now),
      };
    },
  };
}

function problemOf(status: number): AttemptProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/** Null where the signal came first: a look-up cannot be ended, only left alone. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  if (signal.aborted) return null;
  return new Promise((resolve, reject) => {
    const late = (): void => resolve(null);
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
