import { hash as digestOf } from 'node:crypto';

import type { AuditEntry, ChainHead } from './audit.js';

/** Names the way in which entries are hashed, so that another one could follow it. */
const FORM = 'gatepost-audit-1';

/** A chain with nothing in it. */
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/**
 * SHA-256, in hexadecimal digits, over the JSON array of everything that an entry says, the site
 * and the hash of the entry before it: what is changed, taken out or moved shows in every hash
 * that follows.
 */
export function entryHash(siteId: string, entry: Omit<AuditEntry, 'hash'>): string {
  const said = [
    FORM,
    siteId,
    entry.sequence,
    entry.id,
    entry.kind,
    entry.actor_kind,
    entry.actor_id,
    entry.object_kind,
    entry.object_id,
    entry.comment_id,
    entry.author_id,
    entry.before_state,
    entry.after_state,
    entry.created_at,
    entry.previous_hash,
  ];
  return digestOf('sha256', JSON.stringify(said), 'hex');
}

/** What is wrong with an entry as the one that follows `previous`; null where it is sound. */
export function entryProblem(
  siteId: string,
  entry: AuditEntry,
  previous: ChainHead,
): string | null {
  if (entry.sequence !== previous.sequence + 1) {
    return `the entry ${previous.sequence + 1} is missing`;
  }
  if (entry.previous_hash !== previous.hash) return 'it does not follow the entry before it';
  return entryHash(siteId, entry) === entry.hash ? null : 'what it says is not what was hashed';
}
