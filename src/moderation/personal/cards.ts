import type { Hit } from '../hits.js';

/** A card number has at least as many digits. */
export const CARD_DIGITS_MIN = 13;
const CARD = /(?<![\p{L}\p{N}.+-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
/** The ranges of the networks in use, each with its lengths. ISBNs begin with 978 or 979. */
const ISSUERS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|220[0-4]\d{12}|62\d{14,17}|9792\d{12})$/u;

/** Numbers that are built as the numbers of payment cards are, with the right check digit. */
export function findCards(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(CARD)) {
    const digits = match[0].replaceAll(/[ -]/gu, '');
    if (!ISSUERS.test(digits) || !passesLuhn(digits)) continue;
    const start = match.index;
    hits.push({ term: 'payment card number', start, end: start + match[0].length });
  }
  return hits;
}

/** Luhn's check: from the right, every second digit doubled, the sum of digits divisible by 10. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 0x30;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
