import { access, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import type { Config } from '../config.js';
import type { Verified } from '../operations/verify-audit.js';
import { sqlitePath } from '../store/database-url.js';
import { copySqliteFile } from '../store/sqlite/copy-file.js';
import { cancellable, EXIT_CANCELLED } from './cancellable.js';
import { realCollaborators, unscored } from './collaborators.js';
import { type Command, misused, type Terminal, UsageError } from './command.js';
import { newFile } from './new-file.js';
import { progressLine } from './progress-line.js';
import { refuseDatabase } from './refuse-database.js';
import { refuseMissing } from './refuse-missing.js';
import { verifiedLines, verifySites } from './verify-sites.js';

const USAGE = 'backup --to FILE [--force] [--quiet]';

/** The copy is there, and the record in it is not whole. */
const EXIT_NOT_WHOLE = 1;

export const backup: Command = {
  name: 'backup',
  usage: USAGE,
  says: 'Copies the database as it is at this moment, beside a running service, and proves the copy.',
  run: async (terminal) => {
    const asked = asking(terminal.args);
    const from = sourceOf(terminal.config);
    refuseMissing(terminal.config.databaseUrl);
    await refuseDatabase(asked.to, terminal.config);
    await refuseLosses(asked);
    return cancellable(async (signal) => backedUp(terminal, { ...asked, from, signal }));
  },
};

interface Asked {
  readonly to: string;
  readonly force: boolean;
  readonly quiet: boolean;
}

interface Copying extends Asked {
  readonly from: string;
  readonly signal: AbortSignal;
}

async function backedUp(terminal: Terminal, copying: Copying): Promise<number> {
  const { to, force, signal } = copying;
  const file = await newFile(to);
  try {
    const whole = await copied(terminal, { ...copying, to: file.path });
    // What may be needed to see what happened to the record is kept, and no good copy for it.
    await file.complete({ replace: force && whole });
    const { size } = await stat(to);
    terminal.print(`${to}: ${(size / 1e6).toFixed(1)} MB, on the disk.`);
    return whole ? 0 : EXIT_NOT_WHOLE;
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.print('Cut off. Nothing was left behind.');
    return EXIT_CANCELLED;
  } finally {
    await file.remove();
  }
}

function asking(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        force: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const { to = '', force, quiet } = values;
    if (to === '') throw new Error('--to names the file to write');
    return { to, force, quiet };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

/** PostgreSQL brings tools of its own, which know how to copy what several machines write to. */
function sourceOf({ databaseUrl }: Config): string {
  const path = sqlitePath(databaseUrl);
  if (path === null) {
    throw new UsageError(
      'backup copies a SQLite file; PostgreSQL is backed up by its own tools:\n' +
        '       pg_dump --format=custom --no-owner --file=gatepost.dump "$DATABASE_URL"\n' +
        '       or, to go back to any moment, pg_basebackup and an archive of its log',
    );
  }
  if (path !== ':memory:') return path;
  throw new UsageError('a database in memory is gone with its process: there is nothing to copy');
}

async function refuseLosses({ to, force }: Asked): Promise<void> {
  const there = await access(to).then(
    () => true,
    () => false,
  );
  if (there && !force) throw new UsageError(`${to} is there already: another name, or --force`);
}

/** Says whether the records in the copy are whole. */
async function copied({ config, print }: Terminal, copying: Copying): Promise<boolean> {
  const { from, to, quiet, signal } = copying;
  const line = progressLine(process.stderr);
  const started = performance.now();
  const rows = await copySqliteFile(from, to, (read, total) => {
    signal.throwIfAborted();
    const elapsed_seconds = (performance.now() - started) / 1000;
    if (!quiet) line.show({ read, total, elapsed_seconds, unit: 'pages' });
  });
  if (!quiet) line.end();
  print(`${rows} rows copied from ${from}; the copy is sound.`);
  const verified = await recordsIn({ ...config, databaseUrl: `sqlite:${to}` }, { quiet, signal });
  if (verified === null) print('It is of an earlier version, whose verify-audit checks its record.');
  for (const said of (verified ?? []).flatMap(verifiedLines)) print(said);
  return (verified ?? []).every(({ problems }) => problems.length === 0);
}

/** Null for a copy that would have to be changed before this version can read it. */
async function recordsIn(
  config: Config,
  options: Pick<Copying, 'quiet' | 'signal'>,
): Promise<readonly Verified[] | null> {
  const { deps, database } = await realCollaborators(unscored(config));
  try {
    if ((await database.pendingMigrations()).length > 0) return null;
    const sites = (await deps.store.sites.list()).map(({ id }) => id);
    return await verifySites(deps, sites, options);
  } finally {
    await database.close();
  }
}
