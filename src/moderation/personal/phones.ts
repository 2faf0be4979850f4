import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

import type { Hit } from '../hits.js';

/** A telephone number has at least as many digits. */
export const PHONE_DIGITS_MIN = 7;
/** Parsing costs some ten microseconds each; a text full of digits is no list of telephones. */
const CANDIDATES_MAX = 50;
const CANDIDATE = /(?<![\p{L}\p{N}_/=$€£#.,@:+-])(?:\+|\(\+?)?\d(?:[ ().\u00a0/-]{0,3}\d){6,16}(?![\p{L}\p{N}_,%@]|[.,:-]\d)/gu;
const CUE =
  /\b(?:tel|telephone|phone|call|text|sms|mobile|cell|whatsapp|viber|telegram|signal|fax|ring|dial|number|contact|reach)\b/iu;
const CUE_BEFORE_MAX = 40;
/** As (212) 736-5000 or 212-736-5000: nobody writes a sum or a score like that. */
const AMERICAN = /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}$/u;
/** A trunk zero and groups, as 020 7946 0958 or 030/1234567. */
const WITH_TRUNK = /^\(?0\d{1,4}\)?[ /.-]/u;

/** The country that a locale names ("en-GB"), or else the one given. */
export function countryOf(locale: string | null, otherwise: string): CountryCode | undefined {
  const region = /[-_]([A-Za-z]{2})(?:$|[-_])/u.exec(locale ?? '')?.[1]?.toUpperCase();
  return [region, otherwise].find(
    (code): code is CountryCode => code !== undefined && isSupportedCountry(code),
  );
}

/**
 * The telephone numbers in a text: international ones, and those of `country` where they are
 * written as telephone numbers are or something near says that they are. Years, scores, sums, ISBNs
 * and bare rows of digits are none.
 */
export function findPhones(text: string, country: CountryCode | undefined): readonly Hit[] {
  const hits: Hit[] = [];
  let candidates = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    if (++candidates > CANDIDATES_MAX) break;
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - CUE_BEFORE_MAX), match.index);
    if (!looksLikePhone(written, CUE.test(before))) continue;
    if (parsePhoneNumberFromString(written, country)?.isValid() !== true) continue;
    const end = match.index + written.length;
    hits.push({ term: 'telephone number', start: match.index, end });
  }
  return hits;
}

function looksLikePhone(written: string, cue: boolean): boolean {
  return cue || /^\(?\+/u.test(written) || AMERICAN.test(written) || WITH_TRUNK.test(written);
}
