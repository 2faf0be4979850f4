import type { Span } from '../../domain/finding.js';
import { SCORED_SENTENCES_MAX } from '../../limits/fronts.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a text, without the spaces around them; the last one of many is all the rest.
 * A text of spaces has none.
 */
export function sentencesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const rest = found.length === SCORED_SENTENCES_MAX - 1;
    const span = trimmed(text, index, rest ? text.length : index + segment.length);
    if (span.start < span.end) found.push(span);
    if (rest) break;
  }
  return found;
}

function trimmed(text: string, start: number, end: number): Span {
  const said = text.slice(start, end);
  const begin = start + said.length - said.trimStart().length;
  return { start: begin, end: begin + said.trim().length };
}
