import type { Caller, Deps } from '../deps.js';
import type { Notice } from '../domain/notice.js';
import { GatepostError } from '../domain/errors.js';

/**
 * One notice, with what came of it.
 *
 * @throws GatepostError `not_found`.
 */
export async function getNotice(
  { store }: Pick<Deps, 'store'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Notice> {
  const notice = await store.notices.get(caller.site_id, id);
  if (notice !== null) return notice;
  throw new GatepostError('not_found', `There is no notice with the id ${JSON.stringify(id)}.`);
}
