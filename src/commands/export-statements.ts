import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Deps } from '../deps.js';
import type { TransparencyForm } from '../domain/transparency/form.js';
import { TRANSPARENCY_BATCH_MAX } from '../limits/desk.js';
import {
  listTransparencyStatements,
  type TransparencyAsked,
  type TransparencyBatch,
} from '../operations/list-transparency-statements.js';
import { withExistingDatabase } from './collaborators.js';
import { type Command, misused } from './command.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'export-statements --from TIME --to TIME [--site SITE] --out DIR';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly site: string | undefined;
  readonly out: string;
}

export const exportStatements: Command = {
  name: 'export-statements',
  usage: USAGE,
  says: 'Writes statements of reasons for the EU’s transparency database, 100 to a file.',
  run: async ({ config, args, print }) => {
    const asked = asking(args);
    await withExistingDatabase(config, async (deps) => {
      const chosen = await sitesFor(deps, asked.site);
      await mkdir(asked.out, { recursive: true });
      for (const id of chosen) {
        const { files, statements } = await exported(deps, id, asked);
        print(`${id}: ${statements} statements in ${files} files`);
      }
    });
    return 0;
  },
};

function asking(args: readonly string[]): Asked {
  try {
    const option = { type: 'string' } as const;
    const options = { from: option, to: option, site: option, out: option };
    const { from, to, site, out } = parseArgs({ args: [...args], options }).values;
    if (from === undefined || to === undefined || out === undefined) {
      throw new Error('--from, --to and --out are needed');
    }
    return { from, to, site, out };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

/** Full batches, whatever the pages hold. A file that exists is never written over. */
async function exported(
  deps: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  { from, to, out }: Asked,
): Promise<{ readonly files: number; readonly statements: number }> {
  const caller = { site_id: siteId };
  let waiting: readonly TransparencyForm[] = [];
  let cursor: string | null = null;
  let files = 0;
  let statements = 0;
  do {
    const asked: TransparencyAsked = { caller, from, to, cursor, limit: TRANSPARENCY_BATCH_MAX };
    const page: TransparencyBatch = await listTransparencyStatements(deps, asked);
    waiting = [...waiting, ...page.statements];
    cursor = page.next_cursor;
    while (waiting.length >= TRANSPARENCY_BATCH_MAX || (cursor === null && waiting.length > 0)) {
      const batch = waiting.slice(0, TRANSPARENCY_BATCH_MAX);
      waiting = waiting.slice(TRANSPARENCY_BATCH_MAX);
      files += 1;
      statements += batch.length;
      const name = `${siteId}-${String(files).padStart(4, '0')}.json`;
      const content = `${JSON.stringify({ statements: batch })}\n`;
      await writeFile(join(out, name), content, { flag: 'wx' });
    }
  } while (cursor !== null);
  return { files, statements };
}
