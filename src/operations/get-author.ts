import type { Caller, Deps } from '../deps.js';
import { type Author, type Standing, type StatusCounts, standingOf } from '../domain/author.js';
import type { Block } from '../domain/block.js';
import { timestamp } from '../domain/time.js';
import { foundAuthor } from './found.js';
import { type LatestNotes, latestNotes } from './noting/latest-notes.js';

export interface AuthorFile {
  readonly author: Author;
  readonly counts: StatusCounts;
  readonly standing: Standing;
  /** On the author itself, in force and past, newest first. */
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
  const blocks = await deps.store.blocks.ofAuthor(siteId, author.id);
  const blocked = blocks.some((block) => inForce(block, now));
  const notes = await latestNotes(deps, siteId, { object_kind: 'author', object_id: author.id });
  return { author, counts, standing: standingOf(counts, blocked), blocks, notes };
}

function inForce(block: Block, now: string): boolean {
  return block.lifted_at === null && (block.until === null || block.until > now);
}
