import { Resolver } from 'node:dns/promises';

import { pino } from 'pino';

import { type Config, NO_MODEL, type ScorerConfig } from '../config.js';
import type { Deps, Log } from '../deps.js';
import { SCORER_PAUSE_SECONDS } from '../limits.js';
import { WEBHOOK_DNS_MILLISECONDS, WEBHOOK_TIMEOUT_MILLISECONDS } from '../limits/webhooks.js';
import { outsideScorer } from '../signals/outside-scorer.js';
import type { Scorer } from '../signals/scorer.js';
import { type OpenStore, openStore } from '../store/open.js';
import { resolver } from '../webhooks/resolve.js';
import { type Sender, webhookSender } from '../webhooks/sender.js';
import { loadClassifier } from './load-classifier.js';
import { logOutput } from './log-output.js';
import { idMaker } from './new-id.js';
import { randomPool } from './random-pool.js';
import { refuseMissing } from './refuse-missing.js';

/** The real collaborators, over an open database that the caller closes. */
export interface Collaborators {
  readonly deps: Omit<Deps, 'meter'>;
  readonly database: OpenStore;
  /** Lines of the log that could not be written and were given up. */
  readonly lostLines: () => number;
  /** To be awaited after the last line, before the process ends. */
  readonly endLog: () => Promise<void>;
}

export async function realCollaborators(config: Config): Promise<Collaborators> {
  const clock = Date.now;
  const randomBytes = randomPool();
  // Before the database is opened: a model that cannot be read leaves nothing to close.
  const classifier = loadClassifier(config.model);
  const database = await openStore(config.databaseUrl, { clock });
  const timestamp = pino.stdTimeFunctions.isoTime;
  const output = logOutput();
  const log = pino({ level: config.logLevel, base: null, timestamp }, output.stream);
  const deps = {
    store: database.store,
    classifier,
    scorer: config.scorer === null ? null : scorerOf(config.scorer, log),
    sender: senderOf(config),
    clock,
    stopwatch: () => performance.now(),
    newId: idMaker(randomBytes),
    randomBytes,
    inFlight: new Map<string, string>(),
    log,
  };
  return { deps, database, lostLines: output.lost, endLog: output.end };
}

function scorerOf({ timeoutMilliseconds, ...settings }: ScorerConfig, log: Log): Scorer {
  return outsideScorer(settings, {
    stopwatch: () => performance.now(),
    deadline: () => AbortSignal.timeout(timeoutMilliseconds),
    onChange: (state) => {
      const pause = { pause_seconds: SCORER_PAUSE_SECONDS };
      if (state === 'open') log.warn(pause, 'the outside scorer failed too often: it gets a pause');
      else log.info({}, 'the outside scorer answers again');
    },
  });
}

function senderOf({ webhookAllowPrivate }: Config): Sender {
  return webhookSender({
    allowed: webhookAllowPrivate,
    resolve: resolver(() => new Resolver({ timeout: WEBHOOK_DNS_MILLISECONDS, tries: 2 })),
    deadline: () => AbortSignal.timeout(WEBHOOK_TIMEOUT_MILLISECONDS),
    clock: Date.now,
  });
}

/** For commands that judge nothing: the classifier would only take memory. */
export const unscored = (config: Config): Config => ({ ...config, model: NO_MODEL });

/** Does something with the collaborators of a migrated database, and closes it whatever happens. */
export async function withDatabase<T>(
  config: Config,
  work: (deps: Omit<Deps, 'meter'>) => Promise<T>,
): Promise<T> {
  const { deps, database } = await realCollaborators(config);
  try {
    await database.migrate();
    return await work(deps);
  } finally {
    await database.close();
  }
}

/**
 * The same of a database that is there.
 *
 * @throws UsageError where it is not.
 */
export async function withExistingDatabase<T>(
  config: Config,
  work: (deps: Omit<Deps, 'meter'>) => Promise<T>,
): Promise<T> {
  refuseMissing(config.databaseUrl);
  return withDatabase(config, work);
}
