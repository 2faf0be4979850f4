import { normalize } from './normalize.js';

/**
 * A name as blocks compare it: look-alikes, case, spacing and punctuation do not count, so that a
 * blocked "John Doe" does not return as "J0hn_Dоe". Empty for a name without letters or digits.
 */
export function foldedName(name: string): string {
  return normalize(name).text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
