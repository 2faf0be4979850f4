import type { Deps } from '../../deps.js';
import type { Erasure } from '../../domain/erasure.js';
import { timestamp } from '../../domain/time.js';
import { ERASED_BLOCKS_MAX } from '../../limits/transfer.js';
import { erased } from '../recording/acts-of-privacy.js';
import { recordActs } from '../recording/record-acts.js';
import { endBlocksOn } from './former-identities.js';

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
  await persons.disownNotices(siteId, known_as, timestamp(deps.clock()));
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
  const on = { kind: 'author', compared: author_id, limit: ERASED_BLOCKS_MAX } as const;
  const ofAuthor = await store.persons.blocksOn(siteId, on);
  await store.persons.emptyBlocks(siteId, ofAuthor.map(({ id }) => id), 'reason');
  const { email, name } = known_as;
  await endBlocksOn(deps, siteId, {
    emails: email === null ? [] : [email],
    names: name === null ? [] : [name],
    requested_by,
  });
}
