import type { Deps } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import type { Erasure } from '../../domain/erasure.js';
import { emailKey } from '../../domain/identity.js';
import { timestamp } from '../../domain/time.js';
import { ERASED_BLOCKS_MAX } from '../../limits/transfer.js';
import { foldedName } from '../../text/folded-name.js';
import { unblocked } from '../recording/acts.js';
import { erased } from '../recording/acts-of-privacy.js';
import { recordActs } from '../recording/record-acts.js';

export type ErasingDeps = Pick<
  Deps,
  'store' | 'clock' | 'stopwatch' | 'newId' | 'randomBytes'
>;

/** Of the pseudonym under which a person's reports stay: enough to be nobody else's. */
const PSEUDONYM_BYTES = 16;

/**
 * What is held of a person beside the comments, and then what the person was known by: with it
 * nothing is left that leads back, and the erasure is finished.
 */
export async function finish(
  deps: ErasingDeps,
  siteId: string,
  authorId: string,
): Promise<Erasure> {
  const { persons } = deps.store;
  const erasure = await begun(deps, siteId, authorId);
  if (erasure.finished_at !== null) return erasure;
  const { author_id, known_as } = erasure;
  await persons.deleteNotes(siteId, author_id);
  await persons.emptyWarnings(siteId, author_id);
  if (known_as.external_id !== null) {
    const pseudonym = `erased ${deps.randomBytes(PSEUDONYM_BYTES).toString('hex')}`;
    await persons.disownReports(siteId, known_as.external_id, pseudonym);
  }
  await persons.disownNotices(siteId, known_as);
  if (!erasure.keep_blocks) await eraseBlocks(deps, siteId, erasure);
  const finished: Erasure = {
    ...erasure,
    known_as: { external_id: null, email: null, name: null },
    finished_at: timestamp(deps.clock()),
  };
  await deps.store.erasures.put(siteId, finished);
  await recordActs(deps, siteId, [erased(finished)]);
  return finished;
}

/** The erasure of an author as it stands. */
export async function begun(
  { store }: Pick<ErasingDeps, 'store'>,
  siteId: string,
  authorId: string,
): Promise<Erasure> {
  const erasure = await store.erasures.get(siteId, authorId);
  if (erasure === null) throw new Error(`author ${authorId} is not being erased`);
  return erasure;
}

/** Those on the author say no more why; those on an address or name are lifted and emptied. */
async function eraseBlocks(
  deps: ErasingDeps,
  siteId: string,
  { author_id, known_as, requested_by }: Erasure,
): Promise<void> {
  const { store } = deps;
  const on = async (kind: Block['kind'], compared: string) =>
    store.persons.blocksOn(siteId, { kind, compared, limit: ERASED_BLOCKS_MAX });
  const ofAuthor = await on('author', author_id);
  await store.persons.emptyBlocks(siteId, idsOf(ofAuthor), 'reason');
  const { email, name } = known_as;
  const identifying = [
    ...(email === null ? [] : await on('email', emailKey(email))),
    ...(name === null || foldedName(name) === '' ? [] : await on('name', foldedName(name))),
  ];
  const at = timestamp(deps.clock());
  const lifting = { at, by: 'erasure', reason: null, replaced_by: null };
  for (const { id, lifted_at } of identifying) {
    if (lifted_at !== null) continue;
    const lifted = await store.blocks.lift(siteId, id, lifting);
    const actor = { kind: 'moderator', id: requested_by } as const;
    if (lifted !== null) await recordActs(deps, siteId, [unblocked(lifted, actor)]);
  }
  await store.persons.emptyBlocks(siteId, idsOf(identifying), 'value');
}

const idsOf = (blocks: readonly Pick<Block, 'id'>[]): readonly string[] =>
  blocks.map((block) => block.id);
