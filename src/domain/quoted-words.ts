import type { Comment, Revision } from './comment.js';
import type { Finding, Span } from './finding.js';

/** The text that a comment had when it reached a version. */
export function bodyAt(
  { body }: Pick<Comment, 'body'>,
  revisions: readonly Revision[],
  version: number,
): string {
  const later = revisions.filter((revision) => revision.version >= version);
  const [first] = later.toSorted((a, b) => a.version - b.version);
  return first?.body ?? body;
}

/**
 * The author's own words that a finding points to, each once, in the order of the text and within
 * the limits. Words that stand beside each other are quoted together, as they were written.
 */
export function quotedWords(
  { field, spans }: Finding,
  texts: { readonly body: string; readonly name: string },
  limits: { readonly words: number; readonly length: number },
): readonly string[] {
  const text = field === 'author.name' ? texts.name : texts.body;
  if (field !== 'body' && field !== 'author.name') return [];
  const words = joined(spans, text).map(({ start, end }) =>
    shortened(text.slice(start, end), limits.length),
  );
  return [...new Set(words.filter((word) => word.trim() !== ''))].slice(0, limits.words);
}

/** Stretches that overlap, or have nothing but spaces between them, made one. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last === undefined || text.slice(last.end, span.start).trim() !== '') whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
