import type { Caller, Deps } from '../deps.js';
import type { Block } from '../domain/block.js';
import { type BlockTerms, checkedTerms, raiseBlock } from './blocking/raise-block.js';
import { foundAuthor } from './found.js';
import { type AuthorFile, authorFile } from './get-author.js';

export interface BlockAuthorInput extends BlockTerms {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  /** Reject what of the author waits for a person. */
  readonly reject_pending: boolean;
}

export interface AuthorBlocked extends AuthorFile {
  readonly block: Block;
  readonly rejected_comments: number;
}

/**
 * Blocks an author from the very next comment on. A block that is in force on the same author is
 * replaced. What waits, and what came in since `reject_since`, is rejected in the same transaction,
 * so that nothing of it is approved between the two.
 *
 * @throws GatepostError `not_found`, `invalid_date`, `invalid_request`, `too_many_comments`.
 */
export async function blockAuthor(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'meter'>,
  { caller, id, reject_pending, ...said }: BlockAuthorInput,
): Promise<AuthorBlocked> {
  const siteId = caller.site_id;
  const terms = checkedTerms(deps, said);
  const done = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, id);
    const target = { kind: 'author', value: author.id, start: author.id, end: author.id } as const;
    const raised = await raiseBlock(bound, caller, { target, terms, reject_pending });
    return { ...(await authorFile(bound, siteId, author)), ...raised };
  });
  for (let i = 0; i < done.rejected_comments; i += 1) deps.meter.decided('rejected');
  return done;
}
