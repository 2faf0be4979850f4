import type { Caller, Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';

interface Beginning {
  readonly caller: Pick<Caller, 'site_id'>;
  /** The place of what the client heard last; null where it begins now. */
  readonly seen: number | null;
}

/**
 * After which place in the record a stream of events begins. One beyond its end would be silent
 * until the record has come so far, and look connected.
 *
 * @throws GatepostError `invalid_cursor`.
 */
export async function placeToBegin(
  { store }: Pick<Deps, 'store'>,
  { caller, seen }: Beginning,
): Promise<number> {
  const { sequence } = await store.audit.head(caller.site_id);
  if (seen === null || seen <= sequence) return seen ?? sequence;
  throw new GatepostError(
    'invalid_cursor',
    `The record ends at ${sequence} and has no place ${seen}: it may be an older one, from a backup.`,
  );
}
