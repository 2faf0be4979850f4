import type { ShadowText } from '../shadow-text.js';
import { drawnWords } from './drawn.js';
import { joinedWords } from './joined-words.js';
import type { KnownWords } from './known-words.js';
import type { Reading } from './reading.js';
import { wordsRunTogether } from './run-together.js';
import { signsReadAnew } from './signs-read-anew.js';
import { turnedWords } from './turned.js';

/**
 * Words that a text holds for whoever looks at it in another way: put together from pieces, turned
 * upside down, taken from words that were run together, with letters and signs read another way.
 * Offsets into the shadow; linear in the text.
 */
export function otherReadings(shadow: ShadowText, known: KnownWords): readonly Reading[] {
  const joined = joinedWords(shadow, known);
  const turned = turnedWords(shadow);
  const anew = signsReadAnew(shadow);
  const drawn = drawnWords(shadow);
  const together = wordsRunTogether(shadow, known);
  if (turned.length + anew.length + drawn.length + together.length === 0) return joined;
  return [...joined, ...turned, ...anew, ...drawn, ...together];
}
