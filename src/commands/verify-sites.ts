import type { Deps } from '../deps.js';
import type { ChainHead } from '../domain/audit.js';
import { type Verified, verifyAudit } from '../operations/verify-audit.js';
import { progressLine } from './progress-line.js';

export interface VerifyOptions {
  readonly known?: ChainHead | null;
  readonly quiet?: boolean;
  /** Ends it between two pages: what it throws comes through. */
  readonly signal?: AbortSignal;
}

/** Verifies the records of sites, one after the other, and shows how far it is. */
export async function verifySites(
  deps: Pick<Deps, 'store' | 'stopwatch'>,
  sites: readonly string[],
  { known = null, quiet = false, signal }: VerifyOptions,
): Promise<readonly Verified[]> {
  const verified: Verified[] = [];
  for (const site_id of sites) {
    const line = progressLine(process.stderr);
    const started = deps.stopwatch();
    const onProgress = (read: number, total: number): void => {
      signal?.throwIfAborted();
      const elapsed_seconds = (deps.stopwatch() - started) / 1000;
      if (!quiet) line.show({ read, total, elapsed_seconds, unit: 'entries and comments' });
    };
    verified.push(await verifyAudit(deps, { site_id, known }, { onProgress }));
    if (!quiet) line.end();
  }
  return verified;
}

/** What was found about a site, for people. */
export function verifiedLines(verified: Verified): readonly string[] {
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
