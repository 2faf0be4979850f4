import type { Deps } from '../deps.js';
import { ERASURE_WAIT_MILLISECONDS, ERASURES_PER_ROUND_MAX } from '../limits/transfer.js';
import { applyRetention } from './apply-retention.js';
import { carryOn } from './erasing/carry-on.js';

type Needs = Pick<Deps, 'store' | 'clock' | 'stopwatch' | 'newId' | 'randomBytes' | 'log'>;

/**
 * One round of what the service does by itself for readers' privacy: finishes erasures that were
 * begun, and erases what every site's policy keeps no longer. A fault with one site leaves the
 * others their turn.
 */
export async function keepPrivacy(
  deps: Needs,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<void> {
  for (const { id } of await deps.store.sites.list()) {
    if (signal.aborted) return;
    try {
      await ofSite(deps, id, signal);
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : typeof fault;
      deps.log.error({ site: id, fault: name }, 'what is past its time could not be erased');
    }
  }
}

async function ofSite(
  deps: Needs,
  siteId: string,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<void> {
  const unfinished = await deps.store.erasures.unfinished(siteId, ERASURES_PER_ROUND_MAX);
  for (const author_id of unfinished) {
    if (signal.aborted) return;
    const until = deps.stopwatch() + ERASURE_WAIT_MILLISECONDS;
    await carryOn(deps, siteId, { author_id, until });
  }
  if (signal.aborted) return;
  const erased = await applyRetention(deps, { site_id: siteId, dry_run: false }, signal);
  const { addresses, rejected_texts, withdrawn_texts } = erased;
  if (addresses + rejected_texts + withdrawn_texts === 0) return;
  deps.log.info({ site: siteId, ...erased }, 'what was past its time is erased');
}
