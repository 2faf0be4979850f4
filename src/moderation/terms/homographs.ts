import { list } from './list.js';

/** By language, the English terms that are ordinary words there. */
const HOMOGRAPHS: Readonly<Record<string, readonly string[]>> = {
  af: list('kak, dik, hoer'),
  cs: list('crap, kunt'),
  da: list('slut, fag, fags, hell, prick, piss, fuks'),
  de: list('ass, asses, bum, dick, hell, prick, ficken'),
  es: list('homo, retard'),
  fr: list('retard, retards, ass, homo, bum, pussy, cock'),
  hu: list('bum, fasz'),
  it: list('homo, ass'),
  nl: list('kunt, dick, hell, homo, prick, slut'),
  no: list('slut, fag, fags, hell, prick, fitte'),
  pl: list('bum, kunt'),
  pt: list('homo'),
  ro: list('crap, cum, spic, puta'),
  sv: list('slut, fag, fags, prick, hell, bra'),
  tr: list('bum'),
};

/** The languages in which an English term is an ordinary word. */
export function languagesWhereOrdinary(term: string): ReadonlySet<string> {
  return new Set(
    Object.entries(HOMOGRAPHS).flatMap(([language, terms]) =>
      terms.includes(term) ? [language] : [],
    ),
  );
}
