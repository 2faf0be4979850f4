import { parseArgs } from 'node:util';

import type { ChainHead } from '../domain/audit.js';
import { type Verified, verifyAudit } from '../operations/verify-audit.js';
import { withDatabase } from './collaborators.js';
import { type Command, misused } from './command.js';
import { progressLine } from './progress-line.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'verify-audit [--site SITE] [--head SEQUENCE:HASH]';

/** The record of a site is not whole. */
const EXIT_NOT_WHOLE = 1;

export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  usage: USAGE,
  says: 'Proves that nothing on record was altered, removed or moved, and names what was.',
  run: async ({ config, args, print }) => {
    const { site, known } = asking(args);
    const results = await withDatabase(config, async (deps) => {
      const verified: Verified[] = [];
      for (const id of await sitesFor(deps, site)) {
        const line = progressLine(process.stderr);
        const started = deps.stopwatch();
        const onProgress = (read: number, total: number): void => {
          const elapsed_seconds = (deps.stopwatch() - started) / 1000;
          line.show({ read, total, elapsed_seconds, unit: 'entries and comments' });
        };
        verified.push(await verifyAudit(deps, { site_id: id, known }, { onProgress }));
        line.end();
      }
      return verified;
    });
    for (const result of results) for (const said of report(result)) print(said);
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

function report(verified: Verified): readonly string[] {
  const { site_id, entries, comments, unsealed, head, problems } = verified;
  if (problems.length === 0) {
    const whole = `${site_id}: whole, ${entries} entries, ${comments} comments as recorded`;
    const bare = unsealed === 0 ? '' : `, ${unsealed} of them without a seal`;
    return [`${whole}${bare}; head ${head.sequence}:${head.hash}`];
  }
  return problems.map(({ sequence, entry_id, what }) => {
    const where = [sequence === null ? null : `entry ${sequence}`, entry_id].filter(Boolean);
    return `${site_id}: NOT WHOLE: ${[...where, what].join(': ')}`;
  });
}
