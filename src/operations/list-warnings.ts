import type { Caller, Deps } from '../deps.js';
import { type Page, type PageRequest, pageOf } from '../domain/page.js';
import type { Warning } from '../domain/warning.js';
import { foundAuthor } from './found.js';

export interface ListWarningsInput {
  readonly caller: Caller;
  /** Our id of the author or the CMS's. */
  readonly id: string;
  readonly page: PageRequest;
}

/**
 * An author's warnings, newest first.
 *
 * @throws GatepostError `not_found`.
 */
export async function listWarnings(
  deps: Pick<Deps, 'store'>,
  { caller, id, page }: ListWarningsInput,
): Promise<Page<Warning>> {
  const author = await foundAuthor(deps, caller.site_id, id);
  return pageOf(await deps.store.warnings.ofAuthor(caller.site_id, author.id, page), page.limit);
}
