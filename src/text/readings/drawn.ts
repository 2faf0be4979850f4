import { letterOf } from '../leet.js';
import { DRAWS, IS_FOREIGN } from '../character-classes.js';
import { type ShadowText, shadowIndexOf, shadowWords, sourceSpan } from '../shadow-text.js';
import { LATIN_OF, LOOK_ALIKE_OF } from '../latin-variants.js';
import { wordFrom } from '../words.js';
import type { Reading } from './reading.js';

/**
 * Letters as they are drawn rather than as they sound, where UTS #39 names no look-alike or another
 * one: what people write fake Latin with. Capitals are drawn otherwise than small letters.
 */
const DRAWN: Readonly<Record<string, string>> = {
  // Greek.
  Α: 'a', Β: 'b', Γ: 'r', Δ: 'a', Ε: 'e', Ζ: 'z', Η: 'h', Θ: 'o', Ι: 'i', Κ: 'k', Λ: 'a', Μ: 'm',
  Ν: 'n', Ξ: 'e', Ο: 'o', Π: 'n', Ρ: 'p', Σ: 'e', Τ: 't', Υ: 'y', Φ: 'o', Χ: 'x', Ω: 'o',
  α: 'a', β: 'b', γ: 'y', δ: 'd', ε: 'e', ζ: 'z', η: 'n', θ: 'o', ι: 'i', κ: 'k', λ: 'l', μ: 'u',
  µ: 'u', ν: 'v', ξ: 'e', ο: 'o', π: 'n', ρ: 'p', σ: 's', ς: 's', τ: 't', υ: 'u', φ: 'f', χ: 'x',
  ω: 'w', ϲ: 'c', ϝ: 'f', Ϝ: 'f',
  // Cyrillic.
  А: 'a', Б: 'b', В: 'b', Г: 'r', Д: 'd', Е: 'e', З: 'e', И: 'n', Й: 'n', К: 'k', Л: 'n', М: 'm',
  Н: 'h', О: 'o', П: 'n', Р: 'p', С: 'c', Т: 't', У: 'y', Ф: 'o', Х: 'x', Ц: 'u', Ч: 'y', Ш: 'w',
  Щ: 'w', Ъ: 'b', Ь: 'b', Э: 'e', Я: 'r', а: 'a', б: 'b', в: 'b', г: 'r', д: 'd', е: 'e', з: 'e',
  и: 'u', й: 'u', к: 'k', л: 'n', м: 'm', н: 'h', о: 'o', п: 'n', р: 'p', с: 'c', т: 't', у: 'y',
  ф: 'o', х: 'x', ц: 'u', ч: 'y', ш: 'w', щ: 'w', ъ: 'b', ь: 'b', э: 'e', я: 'r', ԁ: 'd',
  // Armenian.
  Տ: 's', Հ: 'h', Լ: 'l', Օ: 'o', Ս: 'u', Ո: 'n', հ: 'h', ի: 'i', ո: 'n', ս: 'u', օ: 'o', տ: 's',
  ց: 'g', զ: 'q', ք: 'p', յ: 'j', ա: 'w', ռ: 'n', ղ: 'n', ձ: 'd', ւ: 'i',
};

/** Signs that draw a letter between them. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['|_|', 'u'], ['(_)', 'u'], ['|-|', 'h'], ['\\/\\/', 'w'], ['\\/', 'v'], ['|<', 'k'], ['|)', 'd'],
  ['()', 'o'], ['€', 'c'], ['|=', 'f'],
];
const HAS_SIGNS = /\|_\||\(_\)|\|-\||\\\/|\|<|\|\)|\|=|\(\)|\(\p{L}{3}|€\p{L}/u;
const CHUNK = /\S+/gu;
const CHUNK_LENGTH_MAX = 40;
const BEYOND_LATIN = /[^\P{L}\p{sc=Latin}]|µ/u;
const LETTER = /\p{L}|µ/u;
const PLAIN = /[a-z]/u;
/** Words that may be drawn without any Latin letter beside them. */
const DRAWN_ALONE_MAX = 3;
const NONE: readonly never[] = [];

/** Words whose letters or signs are drawn like others: "SΗΙΤ", "могоп", "c|_|nt". */
export function drawnWords(shadow: ShadowText): readonly Reading[] {
  const { seen } = shadow.survey;
  const letters = (seen & IS_FOREIGN) === 0 ? NONE : drawnByLetters(shadow);
  if ((seen & DRAWS) === 0 || !HAS_SIGNS.test(shadow.source)) return letters;
  return [...drawnBySigns(shadow), ...letters];
}

function drawnByLetters(shadow: ShadowText): readonly Reading[] {
  const { source } = shadow;
  // A text in another script is read as what it is; a word or two may be drawn all through.
  if (shadow.words.count > DRAWN_ALONE_MAX && !PLAIN.test(source.toLowerCase())) return NONE;
  return shadowWords(shadow).flatMap(({ start, end }) => {
    const span = sourceSpan(shadow, start, end);
    const written = source.slice(span.start, span.end);
    if (!BEYOND_LATIN.test(written)) return [];
    const letters = [...written.normalize('NFC')].map((each) => drawn(each) ?? each.toLowerCase());
    const read = letters.join('');
    if (read === shadow.text.slice(start, end)) return [];
    return [{ ...wordFrom(read, start, end), whole: true }];
  });
}

/** The Latin letter that a letter is drawn like, a mark over it left out. */
function drawn(letter: string): string | undefined {
  const base = letter.normalize('NFD').charAt(0);
  const code = letter.codePointAt(0) as number;
  return DRAWN[letter] ?? DRAWN[base] ?? LOOK_ALIKE_OF.get(code) ?? LATIN_OF.get(code);
}

function drawnBySigns(shadow: ShadowText): readonly Reading[] {
  const found: Reading[] = [];
  for (const { 0: chunk, index } of shadow.source.matchAll(CHUNK)) {
    if (chunk.length > CHUNK_LENGTH_MAX || !HAS_SIGNS.test(chunk) || !LETTER.test(chunk)) continue;
    let text = chunk.toLowerCase().replace(/[!?.,;:]+$/u, '');
    for (const [signs, letter] of SIGNS) text = text.replaceAll(signs, letter);
    // "(unt" opens no bracket that is closed.
    if (text.startsWith('(') && !text.includes(')')) text = `c${text.slice(1)}`;
    const letters = [...text].map((each) => drawn(each) ?? letterOf(each)).join('');
    const word = (/\p{L}+/u.exec(letters) as RegExpExecArray)[0];
    const start = shadowIndexOf(shadow, index);
    const end = shadowIndexOf(shadow, index + chunk.length);
    found.push({ ...wordFrom(word, start, end), whole: true });
  }
  return found;
}
