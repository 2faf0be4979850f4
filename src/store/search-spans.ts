import type { Span } from '../domain/finding.js';
import { SEARCH_SPANS_MAX } from '../limits/store.js';
import { foldedForSearch, type Piece, piecesOf, wordsInPlace } from './search-words.js';

/** A word of a text with where it stands there. */
interface Placed extends Span {
  readonly word: string;
}

/** A letter with its marks; what is folded by itself is what stands in the text by itself. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

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
  return placed.flatMap(({ start }, at) => {
    const last = placed[at + words.length - 1];
    return last !== undefined && isThere(at) ? [{ start, end: last.end }] : [];
  });
}

/** The words of a text as searches compare them, each with its place. */
function placedWords(text: string): readonly Placed[] {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = foldedForSearch(cluster);
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return wordsInPlace(folded).map(({ word, at }) => ({
    word,
    start: starts[at] ?? 0,
    end: ends[at + word.length - 1] ?? text.length,
  }));
}
