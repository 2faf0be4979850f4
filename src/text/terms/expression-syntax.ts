/** An expression, or some of its alternatives, as RE2 reads it. */
export interface Pattern {
  readonly text: string;
  /** The group that covers what was looked for: all of the match, or less its neighbours. */
  readonly group: 0 | 1;
}

/** Quoted text, a class, an escape, a group of flags alone, or one character. */
const TOKEN =
  /\\Q.*?(?:\\E|$)|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\\[pPx]\{[^}]*\}|\\.|\(\?[a-zA-Z-]+\)|./gsu;
const FLAGS = /^\(\?[a-zA-Z-]+\)$/u;
const WORD = String.raw`\pL\pM\pN_`;
/** What may stand before and after a word; a word has no second case that would need folding. */
const BEFORE = `(?-i:\\A|[^${WORD}])`;
const AFTER = `(?-i:\\z|[^${WORD}])`;
const EDGE = String.raw`\b`;

/**
 * An expression with words as Unicode has them, where RE2 knows ASCII alone: `\w` and `\W` are
 * letters, marks, digits and the underscore of every script, and `\b` at the beginning or the end
 * of the expression, or of its outermost alternatives, is where such a word ends. Elsewhere `\b`
 * stays as RE2 has it.
 */
export function patternsOf(expression: string): readonly Pattern[] {
  const tokens = Array.from(expression.matchAll(TOKEN), ([token]) => unicodeWords(token));
  const first = tokens.findIndex((token) => !FLAGS.test(token));
  const flags = tokens.slice(0, Math.max(0, first)).join('');
  const alternatives = outermost(tokens.slice(Math.max(0, first)));
  const whole = [{ text: tokens.join(''), group: 0 } as const];
  if (alternatives === null || !alternatives.some(hasEdge)) return whole;
  const byEdges = new Map<string, { before: string; after: string; inner: string[] }>();
  for (const alternative of alternatives) {
    const { before, after, inner } = withoutEdges(alternative);
    const alike = byEdges.get(before + after) ?? { before, after, inner: [] };
    byEdges.set(before + after, alike);
    alike.inner.push(`(?:${inner})`);
  }
  return [...byEdges.values()].map(({ before, after, inner }) => ({
    text: `${flags}${before}(${inner.join('|')})${after}`,
    group: 1,
  }));
}

function unicodeWords(token: string): string {
  if (token === String.raw`\w`) return `[${WORD}]`;
  if (token === String.raw`\W`) return `[^${WORD}]`;
  if (!token.startsWith('[')) return token;
  return token.replaceAll(/\\(.)/gsu, (escape, letter: string) => (letter === 'w' ? WORD : escape));
}

/** The outermost alternatives; null where flags in their midst would not reach all of them. */
function outermost(tokens: readonly string[]): readonly (readonly string[])[] | null {
  let current: string[] = [];
  const alternatives = [current];
  let depth = 0;
  for (const token of tokens) {
    if (FLAGS.test(token)) return null;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) alternatives.push((current = []));
    else current.push(token);
  }
  return alternatives;
}

function hasEdge(tokens: readonly string[]): boolean {
  return tokens[0] === EDGE || tokens.at(-1) === EDGE;
}

function withoutEdges(tokens: readonly string[]) {
  const before = tokens[0] === EDGE;
  const after = tokens.length > 1 && tokens.at(-1) === EDGE;
  const inner = tokens.slice(before ? 1 : 0, after ? -1 : undefined).join('');
  return { before: before ? BEFORE : '', after: after ? AFTER : '', inner };
}
