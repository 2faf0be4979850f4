import type { Caller, Deps } from '../deps.js';
import type { Appeal } from '../domain/appeal.js';
import { foundAppeal } from './appealing/found-appeal.js';

/**
 * One appeal.
 *
 * @throws GatepostError `not_found`.
 */
export async function getAppeal(
  deps: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Appeal> {
  return foundAppeal(deps, caller.site_id, id);
}
