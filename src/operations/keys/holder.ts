import type { Caller } from '../../deps.js';
import type { Act } from '../../domain/audit.js';
import { OPERATOR } from '../recording/acts-of-administration.js';

/** Who makes or revokes a key: the holder of another, or the operator, who has none. */
export type KeyMaker = Pick<Caller, 'site_id'> & Partial<Pick<Caller, 'id'>>;

/** The same as the record has it. */
export function keyHolder({ id }: KeyMaker): Act['actor'] {
  return id === undefined ? OPERATOR : { kind: 'moderator', id };
}
