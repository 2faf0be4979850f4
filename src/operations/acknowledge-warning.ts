import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import type { Warning } from '../domain/warning.js';
import { foundAuthor } from './found.js';
import { acknowledged } from './recording/acts-of-warnings.js';
import { recordActs } from './recording/record-acts.js';

export interface AcknowledgeWarningInput {
  readonly caller: Caller;
  /** Our id of the author or the CMS's. */
  readonly id: string;
  readonly warning_id: string;
}

/**
 * The author was shown a warning, as the CMS says. Doing it again changes nothing.
 *
 * @throws GatepostError `not_found`.
 */
export async function acknowledgeWarning(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id, warning_id }: AcknowledgeWarningInput,
): Promise<Warning> {
  const siteId = caller.site_id;
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    const warning = await store.warnings.get(siteId, warning_id);
    if (warning?.author_id !== author.id) {
      const detail = `The author has no warning with the id ${JSON.stringify(warning_id)}.`;
      throw new GatepostError('not_found', detail);
    }
    const acknowledged_at = timestamp(deps.clock());
    const first = await store.warnings.acknowledge(siteId, warning.id, acknowledged_at);
    if (!first) return warning;
    await recordActs(bound, siteId, [acknowledged(warning)]);
    return { ...warning, acknowledged_at };
  });
}
