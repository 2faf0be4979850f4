import type { Caller, Deps } from '../deps.js';
import { type Author, type Standing, type StatusCounts, standingOf } from '../domain/author.js';
import { type Block, isInForce } from '../domain/block.js';
import { timestamp } from '../domain/time.js';
import { BLOCKS_SHOWN_MAX } from '../limits/desk.js';
import { foundAuthor } from './found.js';
import { type LatestNotes, latestNotes } from './noting/latest-notes.js';
import { explainStanding, type StandingExplained } from './standing/explain.js';

export interface AuthorFile {
  readonly author: Author;
  readonly counts: StatusCounts;
  readonly standing: Standing;
  readonly standing_explained: StandingExplained;
  /** On the author itself, in force and past, newest first, at most `BLOCKS_SHOWN_MAX`. */
  readonly blocks: readonly Block[];
  readonly notes: LatestNotes;
}

/**
 * An author by our id or the CMS's, with their record.
 *
 * @throws GatepostError `not_found`.
 */
export async function getAuthor(
  deps: Pick<Deps, 'store' | 'clock'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<AuthorFile> {
  const author = await foundAuthor(deps, caller.site_id, id);
  return authorFile(deps, caller.site_id, author);
}

/** What is on record about an author. */
export async function authorFile(
  deps: Pick<Deps, 'store' | 'clock'>,
  siteId: string,
  author: Author,
): Promise<AuthorFile> {
  const now = timestamp(deps.clock());
  const counts = await deps.store.authors.counts(siteId, author.id);
  const blocks = await deps.store.blocks.ofAuthor(siteId, author.id, BLOCKS_SHOWN_MAX);
  const blocked = blocks.some((block) => isInForce(block, now));
  const standing_explained = await explainStanding(deps, siteId, { author, blocks });
  const notes = await latestNotes(deps, siteId, { object_kind: 'author', object_id: author.id });
  const standing = standingOf(counts, blocked);
  return { author, counts, standing, standing_explained, blocks, notes };
}
