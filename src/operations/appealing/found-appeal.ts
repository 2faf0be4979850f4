import type { Deps } from '../../deps.js';
import type { Appeal } from '../../domain/appeal.js';
import { GatepostError } from '../../domain/errors.js';

/** @throws GatepostError `not_found`, also for an appeal of another site. */
export async function foundAppeal(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  id: string,
): Promise<Appeal> {
  const appeal = await store.appeals.get(siteId, id);
  if (appeal) return appeal;
  throw new GatepostError('not_found', `There is no appeal with the id ${JSON.stringify(id)}.`);
}
