import type { AddressInfo } from 'node:net';

import closeWithGrace from 'close-with-grace';

import { buildApp } from '../app.js';
import type { ScorerConfig } from '../config.js';
import type { Log } from '../deps.js';
import { createMetrics, watchLog } from '../http/metrics.js';
import { SHUTDOWN_REQUESTS_SECONDS_MAX, SHUTDOWN_SECONDS_MAX } from '../limits.js';
import { ensureFirstRun } from '../operations/ensure-first-run.js';
import { realCollaborators } from './collaborators.js';
import { type Command, type Terminal, UsageError } from './command.js';
import { finishing } from './finishing.js';
import { listening } from './listening.js';
import { keyOnce, welcome } from './welcome.js';
import { startWorkers } from './workers.js';

export const serve: Command = {
  name: 'serve',
  usage: 'serve',
  says: 'Serves until SIGTERM or SIGINT; what is in flight is finished. The default.',
  run,
};

async function run({ config, args, print }: Terminal): Promise<number> {
  if (args.length > 0) throw new UsageError('gatepost serve takes its settings from the environment');
  // What is printed goes where the log goes, and a full disk there is no reason to end either. Of
  // other commands it is: what they print is what they were called for.
  process.stdout.on('error', () => undefined);
  const { deps, database, lostLines, endLog } = await realCollaborators(config);
  const { log } = deps;
  try {
    const applied = await database.migrate();
    if (applied.length > 0) log.info({ migrations: applied }, 'database brought up to date');
    const { created, adminKey } = await ensureFirstRun(deps, { adminKey: config.adminKey });
    if (created) print(keyOnce({ adminKey }));
    if (config.scorer !== null) tellOfScorer(log, config.scorer);
    const metrics = createMetrics();
    watchLog(metrics, lostLines);
    const app = await buildApp(deps, metrics, config);
    await listening(app, config);
    const workers = startWorkers({ ...deps, meter: metrics.meter });
    const url = urlOf(app.server.address() as AddressInfo);
    if (created) print(welcome(url, { adminKey }));
    print(`Gatepost listens on ${url}`);
    return await new Promise<number>((ended) => {
      const options = { delay: SHUTDOWN_SECONDS_MAX * 1000, logger: false as const };
      closeWithGrace(options, async ({ err, signal }) => {
        if (err === undefined) log.info({ signal }, 'stopping: finishing what is in flight');
        else log.error({ name: err.name, stack: err.stack }, 'stopping after a fault');
        await finishing(app, SHUTDOWN_REQUESTS_SECONDS_MAX * 1000);
        await workers.stop();
        await database.close();
        log.info({}, 'stopped');
        await endLog();
        ended(err === undefined ? 0 : 1);
      });
    });
  } catch (error) {
    await database.close();
    await endLog();
    throw error;
  }
}

/** Only the host: an address may hold a secret. */
function tellOfScorer(log: Log, { url, kind }: ScorerConfig): void {
  log.info(
    { host: new URL(url).host, kind },
    'comments that are not rejected here are scored outside: their text is sent to this host, ' +
      'and no name, address or id',
  );
}

/** An address that a browser and curl can use: nobody can call 0.0.0.0. */
function urlOf({ address, port, family }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && !everywhere ? `[${host}]` : host}:${port}`;
}
