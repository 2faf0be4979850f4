import type { Hit } from '../hits.js';

/** An IBAN has at least as many digits and capitals together: Norway's are the shortest. */
export const IBAN_LENGTH_MIN = 15;
/** Two letters, two check digits, then 11 to 30 letters and digits, often in groups of four. */
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;
const LETTER_BASE = 55;
const MODULUS = 97;

/** The bank account numbers in a text: ISO 13616, with the right check digits (ISO 7064). */
export function findIbans(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(IBAN)) {
    if (!passesCheck(match[0].replaceAll(' ', ''))) continue;
    hits.push({ term: 'IBAN', start: match.index, end: match.index + match[0].length });
  }
  return hits;
}

/** The first four characters behind the others, letters as numbers from 10: 1 modulo 97. */
function passesCheck(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const digit = /\d/u.test(character) ? Number(character) : character.charCodeAt(0) - LETTER_BASE;
    remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % MODULUS;
  }
  return remainder === 1;
}
