import { hash } from 'node:crypto';

import type { ShadowText } from './shadow-text.js';

const HEX_LENGTH = 32;

/**
 * The same for texts that differ only in case, spacing, punctuation, look-alikes and invisible
 * characters: 128 bits of SHA-256 over the letters and digits, as 32 hexadecimal characters. A text
 * of signs alone is told apart by its signs.
 */
export function fingerprint(shadow: ShadowText): string {
  const letters = shadow.text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const said = letters === '' ? shadow.text.replaceAll(/\s+/gu, '') : letters;
  return hash('sha256', said, 'hex').slice(0, HEX_LENGTH);
}
