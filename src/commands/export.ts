import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { DEFAULT_SITE_ID } from '../operations/ensure-first-run.js';
import { exportSite } from '../operations/export-site.js';
import { unscored, withDatabase } from './collaborators.js';
import { type Command, misused } from './command.js';
import { progressLine } from './progress-line.js';
import { refuseDatabase } from './refuse-database.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'export [--site SITE] [--out FILE] [--quiet]';

export const exportCommand: Command = {
  name: 'export',
  usage: USAGE,
  says: 'Writes everything on record about a site as NDJSON, for `gatepost import`.',
  run: async ({ config, args }) => {
    const { site, out, quiet } = asking(args);
    await refuseDatabase(out, config);
    await withDatabase(unscored(config), async (deps) => {
      await sitesFor(deps, site);
      const target = await targetOf(out);
      // Whoever writes is told; nobody else has to be.
      target.stream.on('error', () => undefined);
      const line = progressLine(process.stderr);
      const started = performance.now();
      await exportSite(deps, {
        caller: { site_id: site },
        write: async (lines) => written(target.stream, lines),
        onProgress: (progress) => {
          const elapsed_seconds = (performance.now() - started) / 1000;
          if (!quiet) line.show({ ...progress, elapsed_seconds, unit: 'rows' });
        },
      });
      if (!quiet) line.end();
      await target.complete();
    });
    return 0;
  },
};

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
}

/** A file appears under its name when it is whole; only its owner may read it. */
async function targetOf(path: string | null): Promise<Target> {
  if (path === null) return { stream: process.stdout, complete: async () => Promise.resolve() };
  const unfinished = `${path}.unfinished`;
  // What an export that was cut off left, or somebody put there, would keep its rights or its link.
  await rm(unfinished, { force: true });
  const stream = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
  await once(stream, 'open');
  return {
    stream,
    complete: async () => {
      stream.end();
      await once(stream, 'close');
      await rename(unfinished, path);
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
