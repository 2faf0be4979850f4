import { parseArgs } from 'node:util';

import type { Config } from '../config.js';
import type { Deps } from '../deps.js';
import { type CopiedSite, copyDatabase } from '../operations/copy-database.js';
import { shownUrl } from '../store/database-url.js';
import { isInUse } from '../store/in-use.js';
import { cancellable, EXIT_CANCELLED } from './cancellable.js';
import { realCollaborators, unscored, withDatabase } from './collaborators.js';
import { type Command, misused, type Terminal, UsageError } from './command.js';
import { progressLine } from './progress-line.js';
import { refuseMissing } from './refuse-missing.js';
import { verifiedLines, verifySites } from './verify-sites.js';

const USAGE = 'copy --from URL --to URL [--final] [--quiet]';

/** The target is not yet what the source is, or its record is not whole. */
const EXIT_NOT_COPIED = 1;

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly final: boolean;
  readonly quiet: boolean;
}

export const copy: Command = {
  name: 'copy',
  usage: USAGE,
  says: 'Makes another database what one is, SQLite or PostgreSQL. Run again, it goes on.',
  run: async (terminal) => {
    const asked = asking(terminal.args);
    await refuseInUse(asked);
    return cancellable(async (signal) => copied(terminal, asked, signal));
  },
};

function asking(args: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        final: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const { from = '', to = '', final, quiet } = values;
    if (![from, to].every((url) => /^(?:sqlite:(?!:memory:).|postgres(?:ql)?:\/\/.)/u.test(url))) {
      throw new Error('--from and --to must be sqlite: and a path, or postgres://…');
    }
    return { from, to, final, quiet };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

/** A target that is served from would tell the world of everything a second time. */
async function refuseInUse({ from, to, final }: Asked): Promise<void> {
  refuseMissing(from);
  if (await isInUse(to)) {
    throw new UsageError(`${shownUrl(to)} is in use: stop the service that has it open`);
  }
  if (final && (await isInUse(from))) {
    throw new UsageError(`${shownUrl(from)} is in use: stop the service, then make the final copy`);
  }
}

async function copied(
  { config, print }: Terminal,
  asked: Asked,
  signal: AbortSignal,
): Promise<number> {
  const from = await realCollaborators(unscored({ ...config, databaseUrl: asked.from }));
  try {
    // The source is left as it is: whoever runs an earlier version on it goes on.
    if ((await from.database.pendingMigrations()).length > 0) {
      throw new UsageError('the source is of an earlier version: start this one on it, then copy');
    }
    return await withDatabase(targetOf(config, asked), async (to) => {
      const sites = await copiedSites(from.deps, to, { ...asked, signal });
      for (const site of sites) print(lineOf(site));
      const ids = sites.map(({ site_id }) => site_id);
      const verified = await verifySites(to, ids, { quiet: asked.quiet, signal });
      for (const said of verified.flatMap(verifiedLines)) print(said);
      if (verified.some(({ problems }) => problems.length > 0)) return EXIT_NOT_COPIED;
      return concluded(from.deps, sites, { print, asked });
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    print('Cut off. Run the same command again to go on.');
    return EXIT_CANCELLED;
  } finally {
    await from.database.close();
  }
}

const targetOf = (config: Config, { to }: Asked): Config =>
  unscored({ ...config, databaseUrl: to });

async function copiedSites(
  from: Pick<Deps, 'store' | 'stopwatch'>,
  to: Pick<Deps, 'store'>,
  { quiet, signal }: Pick<Asked, 'quiet'> & { readonly signal: AbortSignal },
): Promise<readonly CopiedSite[]> {
  const line = progressLine(process.stderr);
  const started = from.stopwatch();
  const pair = { from: from.store, to: to.store };
  const sites = await copyDatabase(pair, {
    onProgress: (read, total) => {
      signal.throwIfAborted();
      const elapsed_seconds = (from.stopwatch() - started) / 1000;
      if (!quiet) line.show({ read, total, elapsed_seconds, unit: 'rows' });
    },
  });
  if (!quiet) line.end();
  return sites;
}

const lineOf = ({ site_id, rows, written }: CopiedSite): string =>
  `${site_id}: ${rows} rows in the source and in the target, ${written} of them written now`;

/** Says what comes next. Whoever wrote to the source meanwhile left an entry on record. */
async function concluded(
  { store }: Pick<Deps, 'store'>,
  sites: readonly CopiedSite[],
  { print, asked }: { readonly print: Terminal['print']; readonly asked: Asked },
): Promise<number> {
  if (!asked.final) {
    print('The source may have gone on since. Stop the service, and run it again with --final.');
    return 0;
  }
  for (const { site_id, head } of sites) {
    if ((await store.audit.head(site_id)).hash === head.hash) continue;
    print(`The source was written to meanwhile (${site_id}). Stop the service, and run it again.`);
    return EXIT_NOT_COPIED;
  }
  print(`Done. Start the service with DATABASE_URL at ${shownUrl(asked.to)}, and not at the source.`);
  return 0;
}
