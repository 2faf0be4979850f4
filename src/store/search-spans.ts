import type { Span } from '../domain/finding.js';
import { SEARCH_SPANS_MAX } from '../limits/store.js';
import { foldedForSearch, isAscii, type Piece, piecesOf, wordsInPlace } from './search-words.js';

/** A word of a text with where it stands there. */
interface Placed extends Span {
  readonly word: string;
}

/** A run of ASCII whose last sign has no marks, or one letter with its marks. */
const PART = /([\0-\x7f]+(?!\p{M}))|\P{M}\p{M}*|\p{M}+/gu;

/**
 * Where a text that a search found has the words that were looked for, in the order of the text;
 * offsets in UTF-16 code units. What overlaps is joined, and of very many the first are named.
 */
export function foundSpans(query: string, text: string): readonly Span[] {
  const words = placedWords(text);
  const found = piecesOf(query)
    .flatMap((piece) => occurrences(piece, words))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined.slice(0, SEARCH_SPANS_MAX);
}

function occurrences({ words, prefix }: Piece, placed: readonly Placed[]): readonly Span[] {
  const isThere = (at: number): boolean =>
    words.every((word, offset) => {
      const there = placed[at + offset]?.word;
      const last = offset === words.length - 1;
      return prefix && last ? there?.startsWith(word) === true : there === word;
    });
  const found: Span[] = [];
  placed.forEach(({ start }, at) => {
    const last = placed[at + words.length - 1];
    if (last !== undefined && isThere(at)) found.push({ start, end: last.end });
  });
  return found;
}

/** The words of a text as searches compare them, each with its place. */
function placedWords(text: string): readonly Placed[] {
  const { folded, places } = foldedInPlace(text);
  return wordsInPlace(folded).map(({ word, at }) => {
    const last = at + word.length - 1;
    // In a text of ASCII alone each unit stands where it stood.
    if (places === null) return { word, start: at, end: last + 1 };
    return { word, start: places[at]?.start ?? 0, end: places[last]?.end ?? text.length };
  });
}

interface Folded {
  readonly folded: string;
  /** Where each unit of it comes from; null where it comes from its own place. */
  readonly places: readonly Span[] | null;
}

function foldedInPlace(text: string): Folded {
  if (isAscii(text)) return { folded: text.toLowerCase(), places: null };
  let folded = '';
  const places: Span[] = [];
  for (const { 0: part, 1: ascii, index } of text.matchAll(PART)) {
    // A letter with its marks is folded by itself as in the text.
    const there = ascii?.toLowerCase() ?? foldedForSearch(part);
    folded += there;
    const whole = { start: index, end: index + part.length };
    for (let unit = 0; unit < there.length; unit += 1) {
      const own = { start: index + unit, end: index + unit + 1 };
      places.push(ascii === undefined ? whole : own);
    }
  }
  return { folded, places };
}
