import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import type { Deps } from '../deps.js';
import { DEFAULT_SITE_ID } from '../operations/ensure-first-run.js';
import { exportSite } from '../operations/export-site.js';
import { cancellable, EXIT_CANCELLED } from './cancellable.js';
import { unscored, withExistingDatabase } from './collaborators.js';
import { type Command, misused } from './command.js';
import { newFile } from './new-file.js';
import { progressLine } from './progress-line.js';
import { refuseDatabase } from './refuse-database.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'export [--site SITE] [--out FILE] [--quiet]';

export const exportCommand: Command = {
  name: 'export',
  usage: USAGE,
  says: 'Writes everything on record about a site as NDJSON, for `gatepost import`.',
  run: async ({ config, args, print }) => {
    const asked = asking(args);
    await refuseDatabase(asked.out, config);
    return cancellable(async (signal) => {
      try {
        await withExistingDatabase(unscored(config), async (deps) => {
          await sitesFor(deps, asked.site);
          await exported(deps, asked, signal);
        });
        return 0;
      } catch (error) {
        if (!signal.aborted) throw error;
        if (asked.out !== null) print('Cut off. Nothing was left behind.');
        return EXIT_CANCELLED;
      }
    });
  },
};

type Asked = ReturnType<typeof asking>;

async function exported(
  deps: Pick<Deps, 'store' | 'clock'>,
  { site, out, quiet }: Asked,
  signal: AbortSignal,
): Promise<void> {
  const target = await targetOf(out);
  try {
    // Whoever writes is told; nobody else has to be.
    target.stream.on('error', () => undefined);
    const line = progressLine(process.stderr);
    const started = performance.now();
    await exportSite(deps, {
      caller: { site_id: site },
      write: async (lines) => {
        signal.throwIfAborted();
        await written(target.stream, lines);
      },
      onProgress: (progress) => {
        const elapsed_seconds = (performance.now() - started) / 1000;
        if (!quiet) line.show({ ...progress, elapsed_seconds, unit: 'rows' });
      },
    });
    if (!quiet) line.end();
    await target.complete();
  } finally {
    await target.remove();
  }
}

function asking(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        site: { type: 'string', default: DEFAULT_SITE_ID },
        out: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const { site, out = null, quiet } = values;
    return { site, out, quiet };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

interface Target {
  readonly stream: Writable;
  complete(): Promise<void>;
  /** Leaves nothing of what is not complete. */
  remove(): Promise<void>;
}

/** A file appears under its name when it is whole; only its owner may read it. */
async function targetOf(path: string | null): Promise<Target> {
  const nothing = async (): Promise<void> => Promise.resolve();
  if (path === null) return { stream: process.stdout, complete: nothing, remove: nothing };
  const file = await newFile(path);
  const stream = createWriteStream(file.path, { flags: 'r+' });
  await once(stream, 'open');
  return {
    stream,
    complete: async () => {
      stream.end();
      await once(stream, 'close');
      await file.complete({ replace: true });
    },
    remove: async () => {
      stream.destroy();
      await file.remove();
    },
  };
}

/** Resolves when it was taken, so that no more is read than can be written. */
async function written(stream: Writable, lines: string): Promise<void> {
  await new Promise<void>((taken, failed) => {
    stream.write(lines, (error) => {
      if (error) failed(error);
      else taken();
    });
  });
}
