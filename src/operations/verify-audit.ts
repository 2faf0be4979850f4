import type { Deps } from '../deps.js';
import type { AuditEntry, ChainHead } from '../domain/audit.js';
import { EMPTY_CHAIN, entryProblem } from '../domain/audit-chain.js';
import { VERIFY_PAGE } from '../limits/transfer.js';
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
}

/**
 * Proves that a site's record is whole: that no entry was altered, removed, put in or moved, also
 * at its end, and that comments, decisions and policies are as recorded. Reads in pages, while the
 * service goes on; what happens meanwhile is left for the next time.
 */
export async function verifyAudit(
  deps: Pick<Deps, 'store'>,
  { site_id, known }: VerifyInput,
  { onProgress }: Watch,
): Promise<Verified> {
  const head = await deps.store.audit.head(site_id);
  const comments = await deps.store.comments.countAll(site_id);
  const total = head.sequence + comments;
  const chain = await verifyChain(deps, { site_id, known, head }, (done) => {
    onProgress(done, total);
  });
  if (chain !== null) {
    return { site_id, entries: head.sequence, comments: 0, unsealed: 0, head, problems: [chain] };
  }
  const compared = await compareRecord(deps, { site_id, head }, (done) => {
    onProgress(head.sequence + done, total);
  });
  onProgress(total, total);
  return { site_id, entries: head.sequence, head, ...compared };
}

interface Chain extends VerifyInput {
  readonly head: ChainHead;
}

/** The first thing that is wrong with the chain itself; null where it is whole. */
async function verifyChain(
  { store }: Pick<Deps, 'store'>,
  { site_id, known, head }: Chain,
  onProgress: (done: number) => void,
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
        onProgress(last.sequence);
        return null;
      }
    }
    if (page.length < VERIFY_PAGE) break;
    onProgress(last.sequence);
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
