import type { Block } from '../../domain/block.js';
import { emailKey } from '../../domain/identity.js';
import { timestamp } from '../../domain/time.js';
import { ERASED_BLOCKS_MAX } from '../../limits/transfer.js';
import { foldedName } from '../../text/folded-name.js';
import { unblocked } from '../recording/acts.js';
import { recordActs } from '../recording/record-acts.js';
import type { ErasingDeps } from './finish.js';

/** What a person was known by, now or when they sent a comment. */
export interface Identities {
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/** Lifts and empties the blocks on what a person was known by, within the caller's transaction. */
export async function endBlocksOn(
  deps: ErasingDeps,
  siteId: string,
  of: Identities & { readonly requested_by: string },
): Promise<void> {
  const { store } = deps;
  const emails = new Set(of.emails.map(emailKey));
  const names = new Set(of.names.map(foldedName).filter((name) => name !== ''));
  const on = async (kind: Block['kind'], compared: string) =>
    store.persons.blocksOn(siteId, { kind, compared, limit: ERASED_BLOCKS_MAX });
  const found = [];
  for (const email of emails) found.push(...(await on('email', email)));
  for (const name of names) found.push(...(await on('name', name)));
  const at = timestamp(deps.clock());
  const lifting = { at, by: 'erasure', reason: null, replaced_by: null };
  for (const { id, lifted_at } of found) {
    if (lifted_at !== null) continue;
    const lifted = await store.blocks.lift(siteId, id, lifting);
    const actor = { kind: 'moderator', id: of.requested_by } as const;
    if (lifted !== null) await recordActs(deps, siteId, [unblocked(lifted, actor)]);
  }
  await store.persons.emptyBlocks(siteId, found.map(({ id }) => id), 'value');
}

/** Notices that a person sent from an address, which they may not have any more. */
export async function disownNoticesFrom(
  { store, clock }: ErasingDeps,
  siteId: string,
  { emails }: Pick<Identities, 'emails'>,
): Promise<void> {
  const now = timestamp(clock());
  for (const email of emails) {
    await store.persons.disownNotices(siteId, { external_id: null, email }, now);
  }
}
