import type { AuditEntry } from '../../../openapi/types.js';

/**
 * Checks entries of the record by what they say, as docs/record.md describes it, with nothing but
 * what this browser was shown. Independent of the service's own way to do it.
 */

/** What was found of one entry: its hash, and how it joins the entry before it. */
export interface Checked {
  /** Whether what it says is what was hashed. */
  readonly said: boolean;
  /** Whether it follows the entry before it; null where that one is not among those shown. */
  readonly follows: boolean | null;
}

const FORM = 'gatepost-audit-1';

/** Only pages that came over TLS, or from this machine, may compute digests. */
export function canCheck(): boolean {
  return window.isSecureContext;
}

/** By sequence. */
export async function checkedEntries(
  siteId: string,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<number, Checked>> {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const found = await Promise.all(
    entries.map(async (entry): Promise<[number, Checked]> => {
      const before = bySequence.get(entry.sequence - 1);
      const follows = before === undefined ? null : before.hash === entry.previous_hash;
      const said = (await hashOf(siteId, entry)) === entry.hash;
      return [entry.sequence, { said, follows }];
    }),
  );
  return new Map(found);
}

/**
 * States come parsed. They were written by JSON.stringify from flat objects, so that writing them
 * again gives the text that was hashed, or, of a text that is not the same, another hash.
 */
export async function hashOf(siteId: string, entry: AuditEntry): Promise<string> {
  const said = [
    FORM,
    siteId,
    entry.sequence,
    entry.id,
    entry.kind,
    entry.actor.kind,
    entry.actor.id,
    entry.object.kind,
    entry.object.id,
    entry.comment_id,
    entry.author_id,
    written(entry.before),
    written(entry.after),
    entry.created_at,
    entry.previous_hash,
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function written(state: AuditEntry['before']): string | null {
  return state === null ? null : JSON.stringify(state);
}
