import type { Deps } from '../../deps.js';

/** As long as it takes not to be guessed. */
const SEAL_BYTES = 16;

/** What the digests of a new comment's text and decisions are keyed with. */
export function newSeal({ randomBytes }: Pick<Deps, 'randomBytes'>): string {
  return randomBytes(SEAL_BYTES).toString('hex');
}
