import type { Span } from '../../domain/finding.js';

/** To either side of the first place; enough to see what a sentence is about. */
const AROUND_LENGTH = 80;

export interface Excerpt {
  readonly excerpt: string;
  /** Offsets into the excerpt. */
  readonly spans: readonly Span[];
}

/** What stands around the first of the spans, and those that lie within it. */
export function excerptAround(text: string, spans: readonly Span[]): Excerpt {
  const first = spans[0] ?? { start: 0, end: 0 };
  const from = whole(text, Math.max(0, first.start - AROUND_LENGTH));
  const to = whole(text, Math.min(text.length, first.end + AROUND_LENGTH));
  const before = from > 0 ? '…' : '';
  const moved = before.length - from;
  return {
    excerpt: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    spans: spans
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + moved, end: end + moved })),
  };
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  const between = /[\ud800-\udbff]/u.test(text[at - 1] ?? '') && /[\udc00-\udfff]/u.test(text[at] ?? '');
  return between ? at - 1 : at;
}
