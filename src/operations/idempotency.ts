import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import { IDEMPOTENCY_TTL_SECONDS } from '../limits.js';
import type { Store } from '../store/store.js';

/** Old answers removed with each new one: twice as many as come in, so that none pile up. */
const PURGED_PER_ANSWER = 2;

/** A request that its sender may repeat. */
export interface IdempotentRequest {
  /** The Idempotency-Key, good within the API key that sent it. */
  readonly key: string;
  /** Equal for requests that say the same. */
  readonly digest: string;
}

interface Asked {
  readonly caller: Caller;
  readonly idempotency: IdempotentRequest | null;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'inFlight'>;

interface Answered<T> {
  readonly answer: T;
  readonly replayed: boolean;
}

/**
 * Prepares work, runs it in one transaction and remembers its answer in the same transaction, so
 * that a request that is repeated gets the same answer and has no second effect; without an
 * Idempotency-Key it only prepares it and runs the transaction. `prepare` may take its time: it
 * runs outside of the transaction, and not for a request whose twin is being worked on. What
 * either throws is not remembered: it had no effect. The answer must survive JSON.
 *
 * @throws GatepostError `idempotency_key_reused` for another request under the same key,
 *   `request_in_progress` while the first is being worked on, here or in another process.
 */
export async function answerOnce<T>(
  deps: Needs,
  asked: Asked,
  prepare: () => Promise<(store: Store) => Promise<T>>,
): Promise<Answered<T>> {
  const { caller, idempotency } = asked;
  if (idempotency === null) {
    const work = await prepare();
    return { answer: await deps.store.transaction(caller.site_id, work), replayed: false };
  }
  const flight = `${caller.site_id} ${caller.id} ${idempotency.key}`;
  refuseSecondFlight(deps, flight, idempotency);
  deps.inFlight.set(flight, idempotency.digest);
  try {
    const work = await prepare();
    return await deps.store.transaction(caller.site_id, (store) =>
      rememberedOr({ ...deps, store }, { caller, idempotency }, work),
    );
  } finally {
    deps.inFlight.delete(flight);
  }
}

/** Whether a request was answered before, so that nothing need be prepared for it. */
export async function isAnswered(
  { store, clock }: Pick<Needs, 'store' | 'clock'>,
  { caller, idempotency }: Asked,
): Promise<boolean> {
  if (idempotency === null) return false;
  const oldest = secondsBefore(timestamp(clock()), IDEMPOTENCY_TTL_SECONDS);
  const known = await store.idempotency.get(caller.site_id, caller.id, idempotency.key);
  return known !== null && known.created_at >= oldest;
}

async function rememberedOr<T>(
  deps: Needs,
  { caller, idempotency }: { readonly caller: Caller; readonly idempotency: IdempotentRequest },
  work: (store: Store) => Promise<T>,
): Promise<Answered<T>> {
  const { store } = deps;
  const now = timestamp(deps.clock());
  const oldest = secondsBefore(now, IDEMPOTENCY_TTL_SECONDS);
  const known = await store.idempotency.get(caller.site_id, caller.id, idempotency.key);
  if (known && known.created_at >= oldest) {
    if (known.request_digest !== idempotency.digest) throw reused();
    return { answer: JSON.parse(known.body) as T, replayed: true };
  }
  await store.idempotency.purge(caller.site_id, oldest, PURGED_PER_ANSWER);
  const answer = await work(store);
  const stored = await store.idempotency.insert(caller.site_id, caller.id, {
    key: idempotency.key,
    request_digest: idempotency.digest,
    body: JSON.stringify(answer),
    created_at: now,
    expired_before: oldest,
  });
  // Another process answered the same request in the meantime: its answer stands, ours is undone.
  if (!stored) throw inProgress();
  return { answer, replayed: false };
}

function refuseSecondFlight(deps: Needs, flight: string, { digest }: IdempotentRequest): void {
  const first = deps.inFlight.get(flight);
  if (first === undefined) return;
  throw first === digest ? inProgress() : reused();
}

function reused(): GatepostError {
  return new GatepostError(
    'idempotency_key_reused',
    'The first request with this Idempotency-Key had another body.',
  );
}

function inProgress(): GatepostError {
  return new GatepostError(
    'request_in_progress',
    'The first request with this Idempotency-Key has not been answered yet.',
  );
}
