import type { Deps } from '../deps.js';
import type { AuditEntry, ChainHead } from '../domain/audit.js';
import { EMPTY_CHAIN, entryProblem } from '../domain/audit-chain.js';
import { GatepostError } from '../domain/errors.js';
import { VERIFY_PAGE } from '../limits/transfer.js';
import { giveWay } from './replaying/pace.js';
import { compareRecord } from './verifying/compare-record.js';

export interface VerifyInput {
  readonly site_id: string;
  /** An end of the chain that was noted down elsewhere; null where nobody did. */
  readonly known: ChainHead | null;
}

/** What is wrong, and where. `sequence` is null for what is wrong with no entry in particular. */
export interface AuditProblem {
  readonly sequence: number | null;
  readonly entry_id: string | null;
  readonly what: string;
}

export interface Verified {
  readonly site_id: string;
  /** Whether all was read, or only what was until somebody cancelled. */
  readonly ended: 'complete' | 'cancelled';
  readonly entries: number;
  /** Comments that were compared with what the record says of them. */
  readonly comments: number;
  /** Of those, the ones whose texts and decisions prove nothing: erased, imported, or older. */
  readonly unsealed: number;
  /** The end of the chain, to note down for the next time. */
  readonly head: ChainHead;
  /** The first bad entry, or rows that are not as recorded; none where all is well. */
  readonly problems: readonly AuditProblem[];
}

export interface Watch {
  /** So many of `total` entries and comments are done. */
  readonly onProgress: (done: number, total: number) => void;
  /** Ends it after the page that is being read. */
  readonly signal?: AbortSignal;
}

/**
 * Proves that a site's record is whole: that no entry was altered, removed, put in or moved, also
 * at its end, and that comments, decisions and policies are as recorded. Reads in pages, and gives
 * way to other work after each; what happens meanwhile is left for the next time.
 *
 * @throws GatepostError `verification_in_progress`, before the first progress, where this process
 *   is at it already.
 */
export async function verifyAudit(
  deps: Pick<Deps, 'store'>,
  input: VerifyInput,
  watch: Watch,
): Promise<Verified> {
  const sites = verifying.get(deps.store) ?? new Set();
  verifying.set(deps.store, sites);
  if (sites.has(input.site_id)) {
    throw new GatepostError('verification_in_progress', 'The record is being verified already.');
  }
  sites.add(input.site_id);
  try {
    return await verify(deps, input, watch);
  } finally {
    sites.delete(input.site_id);
  }
}

/** Sites whose records are being verified in this process, by store. */
const verifying = new WeakMap<Deps['store'], Set<string>>();

async function verify(
  deps: Pick<Deps, 'store'>,
  { site_id, known }: VerifyInput,
  { onProgress, signal }: Watch,
): Promise<Verified> {
  const head = await deps.store.audit.head(site_id);
  const total = head.sequence + (await deps.store.comments.countAll(site_id));
  const tell = async (done: number): Promise<void> => {
    onProgress(done, total);
    await giveWay();
  };
  onProgress(0, total);
  const of = { site_id, head, signal };
  const chain = await verifyChain(deps, { ...of, known }, tell);
  const endedNow = (): Verified['ended'] => (signal?.aborted === true ? 'cancelled' : 'complete');
  const read = { site_id, entries: head.sequence, head };
  if (chain !== null || signal?.aborted === true) {
    const problems = chain === null ? [] : [chain];
    return { ...read, ended: endedNow(), comments: 0, unsealed: 0, problems };
  }
  const compared = await compareRecord(deps, of, async (done) => tell(head.sequence + done));
  onProgress(total, total);
  return { ...read, ended: endedNow(), ...compared };
}

interface Chain extends VerifyInput {
  readonly head: ChainHead;
  readonly signal: AbortSignal | undefined;
}

/** The first thing that is wrong with the chain itself; null where it is whole, as far as read. */
async function verifyChain(
  { store }: Pick<Deps, 'store'>,
  { site_id, known, head, signal }: Chain,
  onProgress: (done: number) => Promise<void>,
): Promise<AuditProblem | null> {
  if (known !== null && known.sequence > head.sequence) return ended(head, known);
  let last: ChainHead = EMPTY_CHAIN;
  for (;;) {
    const page = await store.audit.after(site_id, last.sequence, VERIFY_PAGE);
    for (const entry of page) {
      const what = entryProblem(site_id, entry, last) ?? unlikeKnown(entry, [known, head]);
      if (what !== null) return { sequence: entry.sequence, entry_id: entry.id, what };
      last = { sequence: entry.sequence, hash: entry.hash };
      if (last.sequence === head.sequence) {
        await onProgress(last.sequence);
        return null;
      }
    }
    if (page.length < VERIFY_PAGE) break;
    await onProgress(last.sequence);
    if (signal?.aborted === true) return null;
  }
  return last.sequence === head.sequence ? null : ended(last, head);
}

function unlikeKnown(
  { sequence, hash }: AuditEntry,
  heads: readonly (ChainHead | null)[],
): string | null {
  const same = heads.every((head) => head?.sequence !== sequence || head.hash === hash);
  return same ? null : 'its hash is not the one that was noted for it';
}

function ended(last: ChainHead, known: ChainHead): AuditProblem {
  const what = `the record ends at ${last.sequence}; it was known to reach ${known.sequence}`;
  return { sequence: last.sequence + 1, entry_id: null, what };
}
