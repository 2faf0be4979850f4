import { parseArgs } from 'node:util';

import type { ChainHead } from '../domain/audit.js';
import { withExistingDatabase } from './collaborators.js';
import { type Command, misused } from './command.js';
import { sitesFor } from './sites-for.js';
import { verifiedLines, verifySites } from './verify-sites.js';

const USAGE = 'verify-audit [--site SITE] [--head SEQUENCE:HASH]';

/** The record of a site is not whole. */
const EXIT_NOT_WHOLE = 1;

export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  usage: USAGE,
  says: 'Proves that nothing on record was altered, removed or moved, and names what was.',
  run: async ({ config, args, print }) => {
    const { site, known } = asking(args);
    const results = await withExistingDatabase(config, async (deps) =>
      verifySites(deps, await sitesFor(deps, site), { known }),
    );
    for (const result of results) for (const said of verifiedLines(result)) print(said);
    return results.every(({ problems }) => problems.length === 0) ? 0 : EXIT_NOT_WHOLE;
  },
};

function asking(args: readonly string[]): {
  readonly site: string | undefined;
  readonly known: ChainHead | null;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { site: { type: 'string' }, head: { type: 'string' } },
    });
    const known = values.head === undefined ? null : headIn(values.head);
    if (known !== null && values.site === undefined) throw new Error('--head needs --site');
    return { site: values.site, known };
  } catch (error) {
    throw misused(error, `gatepost ${USAGE}`);
  }
}

function headIn(text: string): ChainHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) {
    throw new Error('--head must be SEQUENCE:HASH, as GET /v1/audit/head gave them');
  }
  return { sequence: Number(sequence), hash };
}
