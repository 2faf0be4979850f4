import type { Deps } from '../deps.js';
import { UsageError } from './command.js';

/**
 * The ids of the sites that a command is for: the one that was named, or else all.
 *
 * @throws UsageError where there is none, with what to do about it.
 */
export async function sitesFor(
  { store }: Pick<Deps, 'store'>,
  named: string | undefined,
): Promise<readonly string[]> {
  const known = (await store.sites.list()).map(({ id }) => id);
  if (known.length === 0) {
    throw new UsageError('the database has no site yet: the first start of gatepost serve makes it');
  }
  if (named === undefined) return known;
  if (known.includes(named)) return [named];
  throw new UsageError(`there is no site "${named}": gatepost sites list`);
}
