import type { Hit } from '../hits.js';

const STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Close|Crescent|Terrace|Way|Place|Gardens|Row|Hill)';
/** Without its number: "Elm Street". */
const NAMED = String.raw`(?:\p{Lu}[\p{L}'’-]* ){1,3}${STREET}\b`;
/** "lives at 12 Elm Street", "his address is 221b Baker St". */
const PRIVATE = new RegExp(
  String.raw`\b(?:lives?|living|resides?|stays?|found|home|house|address|visit (?:him|her|them))(?: is| it's|:)? (?:at |on |in )?(?:number |no\.? ?)?\d{1,5}[a-zA-Z]? ${NAMED}`,
  'gu',
);
/** "12 Elm Street, Springfield 62704": a whole address is somebody's. */
const WHOLE = new RegExp(
  String.raw`\b\d{1,5}[a-zA-Z]? ${NAMED}\.?,? (?:(?:Apt|Flat|Unit)\.? ?\w{1,5},? )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?,? (?:[A-Z]{2} )?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b`,
  'gu',
);
/** What every address has, to see at once that most texts hold none. */
const NUMBERED = new RegExp(String.raw`\d[a-zA-Z]? ${NAMED}`, 'u');

/** Street addresses that are said to be where somebody lives, or that are complete. */
export function findAddresses(text: string): readonly Hit[] {
  if (!NUMBERED.test(text)) return [];
  return [PRIVATE, WHOLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      term: 'street address',
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
