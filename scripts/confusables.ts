/**
 * Writes src/text/look-alikes.ts: which characters look like which Latin letters.
 *
 *   npx tsx scripts/confusables.ts [path of unhomoglyph's data.json]
 *
 * The data is confusables.txt of UTS #39 as the package `unhomoglyph` carries it: one object from
 * a character to its prototype. What Unicode's own compatibility decomposition and case folding
 * already fold is left out, so the table holds only what normalize cannot compute.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = process.argv[2] ?? 'node_modules/unhomoglyph/data.json';
const TARGET = 'src/text/look-alikes.ts';

/** Scripts without spaces between words, in which a look-alike beside Latin proves nothing. */
const UNSPACED = /\p{Script=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}|\p{sc=Bopo}|\p{sc=Thai}/u;
const UNSPACED_ALSO = /\p{sc=Lao}|\p{sc=Mymr}|\p{sc=Khmr}|\p{sc=Yiii}|\p{sc=Tibt}/u;

/** Letters that UTS #39 takes for prototypes of their own though they are drawn as capitals. */
const SMALL_CAPITALS: readonly (readonly [string, string])[] = [
  ['ᴀ', 'a'], ['ʙ', 'b'], ['ᴄ', 'c'], ['ᴅ', 'd'], ['ᴇ', 'e'], ['ꜰ', 'f'], ['ɢ', 'g'],
  ['ʜ', 'h'], ['ɪ', 'i'], ['ᴊ', 'j'], ['ᴋ', 'k'], ['ĸ', 'k'], ['ʟ', 'l'], ['ᴍ', 'm'],
  ['ɴ', 'n'], ['ᴏ', 'o'], ['ᴘ', 'p'], ['ꞯ', 'q'], ['ʀ', 'r'], ['ꜱ', 's'], ['ᴛ', 't'],
  ['ᴜ', 'u'], ['ᴠ', 'v'], ['ᴡ', 'w'], ['ʏ', 'y'], ['ᴢ', 'z'],
];

/** Letters turned by half a turn, which UTS #39 does not hold to look like their upright form. */
const TURNED: readonly (readonly [string, string])[] = [
  ['ɐ', 'a'], ['ɔ', 'c'], ['ǝ', 'e'], ['ə', 'e'], ['ɟ', 'f'], ['ƃ', 'g'], ['ɥ', 'h'],
  ['ᴉ', 'i'], ['ı', 'i'], ['ɾ', 'j'], ['ʞ', 'k'], ['ꞁ', 'l'], ['ɯ', 'm'], ['ɹ', 'r'],
  ['ʇ', 't'], ['ʌ', 'v'], ['ʍ', 'w'], ['ʎ', 'y'], ['Ɐ', 'a'], ['Ɔ', 'c'], ['Ǝ', 'e'],
  ['Ⅎ', 'f'], ['Ꞁ', 'l'],
];

/** Letters with a bar, a hook or a tail, which neither decompose nor stand in UTS #39. */
const BARRED: readonly (readonly [string, string])[] = [
  ['ƀ', 'b'], ['ɓ', 'b'], ['ȼ', 'c'], ['ƈ', 'c'], ['đ', 'd'], ['ɖ', 'd'], ['ɗ', 'd'],
  ['ɇ', 'e'], ['ƒ', 'f'], ['ǥ', 'g'], ['ɠ', 'g'], ['ɡ', 'g'], ['ħ', 'h'], ['ɦ', 'h'],
  ['ɨ', 'i'], ['ɉ', 'j'], ['ƙ', 'k'], ['ⱪ', 'k'], ['ꝁ', 'k'], ['ł', 'l'], ['ƚ', 'l'],
  ['ɱ', 'm'], ['ɲ', 'n'], ['ƞ', 'n'], ['ŋ', 'n'], ['ø', 'o'], ['ɵ', 'o'], ['ƥ', 'p'],
  ['ᵽ', 'p'], ['ꝑ', 'p'], ['ɋ', 'q'], ['ɍ', 'r'], ['ɽ', 'r'], ['ʂ', 's'], ['ŧ', 't'],
  ['ƭ', 't'], ['ʈ', 't'], ['ʉ', 'u'], ['ʋ', 'v'], ['ⱳ', 'w'], ['ɏ', 'y'], ['ƴ', 'y'],
  ['ƶ', 'z'], ['ȥ', 'z'], ['ⱬ', 'z'], ['ⱨ', 'h'],
];

/** Letters of other scripts that are drawn like Latin ones of another sound. */
const DRAWN_ALIKE: readonly (readonly [string, string])[] = [
  ['ω', 'w'], ['ш', 'w'], ['щ', 'w'], ['и', 'n'], ['п', 'n'], ['я', 'r'], ['ц', 'u'], ['э', 'e'],
  ['є', 'e'], ['ʊ', 'u'],
];

/**
 * Blocks of enclosed letters A to Z that have no compatibility decomposition: negative circled,
 * negative squared, regional indicators; and parenthesized ones, whose decomposition keeps the
 * parentheses.
 */
const ALPHABETS_FROM = [0x249c, 0x1f150, 0x1f170, 0x1f1e6] as const;

type Table = Map<string, string>;

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The Latin letters that a prototype stands for, in lower case; null when it is anything else. */
function latinOf(prototype: string, capitals: ReadonlyMap<string, string>): string | null {
  const plain = [...withoutMarks(prototype)].map((c) => capitals.get(c) ?? c).join('');
  return /^[a-z]{1,3}$/iu.test(plain) ? plain.toLowerCase() : null;
}

function readTable(): Table {
  const data = JSON.parse(readFileSync(SOURCE, 'utf8')) as Record<string, string>;
  const capitals = new Map(SMALL_CAPITALS);
  const table: Table = new Map();
  for (const [character, prototype] of Object.entries(data)) {
    const latin = latinOf(prototype, capitals);
    if (latin !== null) table.set(character, latin);
  }
  // In UTS #39 capital I and small l are one; whose small form is an i is an i.
  for (const [character, latin] of table) {
    const small = character.toLowerCase();
    if (latin === 'l' && small !== character && table.get(small) === 'i') table.set(character, 'i');
  }
  for (const [character, latin] of [...SMALL_CAPITALS, ...BARRED, ...TURNED, ...DRAWN_ALIKE]) {
    table.set(character, latin);
  }
  for (const first of ALPHABETS_FROM) {
    for (let i = 0; i < 26; i += 1) {
      table.set(String.fromCodePoint(first + i), String.fromCharCode(97 + i));
    }
  }
  return table;
}

/** ASCII is never folded here: what is a digit or a sign there is for leet to judge. */
function isWanted(character: string, latin: string): boolean {
  if ([...character].length !== 1 || character <= '\u007f') return false;
  if (UNSPACED.test(character) || UNSPACED_ALSO.test(character)) return false;
  if (/[\p{Nd}\p{Nl}\p{Z}\p{Cc}]/u.test(character)) return false;
  return withoutMarks(character).toLowerCase() !== latin;
}

function isFixed(character: string): boolean {
  if (/[\p{Script=Latin}\u{249c}-\u{24b5}]/u.test(character)) return true;
  return (character.codePointAt(0) ?? 0) >= 0x1f100;
}

function literal(name: string, doc: string, table: Table): string {
  const byLatin = new Map<string, string[]>();
  for (const [character, latin] of table) {
    byLatin.set(latin, [...(byLatin.get(latin) ?? []), character]);
  }
  const lines = [...byLatin.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([latin, characters]) => {
      const sorted = characters.sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
      return [`  ${latin}:`, ...wrap(sorted.map(escape))];
    });
  return `/** ${doc} */\nexport const ${name}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function wrap(parts: readonly string[]): string[] {
  const rows: string[] = [];
  for (let i = 0; i < parts.length; i += 8) rows.push(parts.slice(i, i + 8).join(''));
  return rows.map((row, i) => `    '${row}'${i === rows.length - 1 ? ',' : ' +'}`);
}

const wanted = [...readTable()].filter(([character, latin]) => isWanted(character, latin));
const header = `/**
 * Which characters look like which Latin letters. Generated by scripts/confusables.ts; do not edit.
 *
 * Source: confusables.txt of UTS #39, Unicode 13.0.0, as carried by unhomoglyph 1.0.6 (MIT), with
 * the small capitals, turned, barred, enclosed and drawn letters that the script lists.
 * Unicode data: copyright 1991-2020 Unicode, Inc., Unicode License v3
 * (https://www.unicode.org/license.txt).
 */
`;
const fixed = new Map(wanted.filter(([character]) => isFixed(character)));
const other = new Map(wanted.filter(([character]) => !isFixed(character)));
writeFileSync(
  TARGET,
  [
    header,
    literal('LATIN_VARIANTS', 'Latin letters and letter-like emoji: folded wherever they stand.', fixed),
    literal('LOOK_ALIKES', 'Of other scripts: folded only where they stand for Latin letters.', other),
  ].join('\n'),
);
process.stdout.write(`${fixed.size} Latin, ${other.size} other look-alikes\n`);
