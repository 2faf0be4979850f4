/** A piece of HTML: text between tags, or a tag. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tag';
      /** In small letters. */
      readonly name: string;
      readonly closing: boolean;
      /** What stands behind the name. */
      readonly inside: string;
    };

const TAG_NAME = /[a-z][a-z0-9-]*/iuy;
/** Elements whose content is no text that anybody wrote for readers. */
const NEVER_SHOWN = new Set(['script', 'style', 'template']);

/**
 * Takes HTML apart as browsers do: "<" is a tag where a letter or "/" and a letter follow, and text
 * elsewhere; a ">" in quotation marks ends no tag; comments are left out. What is never closed is
 * text. Linear in the source.
 */
export function* htmlTokens(source: string): Generator<HtmlToken> {
  const hasEnd = endsKnown(source);
  let at = 0;
  let from = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    const tag = markupAt(source, open, hasEnd);
    if (tag === null) {
      at = open + 1;
      continue;
    }
    if (open > from) yield { kind: 'text', text: source.slice(from, open) };
    if (tag.name !== '') {
      const { name, closing, inside } = tag;
      yield { kind: 'tag', name, closing, inside };
    }
    at = tag.end;
    from = at;
  }
  if (from < source.length) yield { kind: 'text', text: source.slice(from) };
}

interface Markup {
  /** Empty for a comment or a declaration. */
  readonly name: string;
  readonly closing: boolean;
  readonly inside: string;
  readonly end: number;
}

/** Where the last of each mark stands, so that looking for what is not there is cheap. */
function endsKnown(source: string): (mark: string, after: number) => boolean {
  const last = new Map<string, number>();
  return (mark, after) => {
    const known = last.get(mark) ?? source.lastIndexOf(mark);
    last.set(mark, known);
    return known >= after;
  };
}

type HasEnd = ReturnType<typeof endsKnown>;

function markupAt(source: string, open: number, hasEnd: HasEnd): Markup | null {
  const next = source.charAt(open + 1);
  if (next === '!' || next === '?') return declaration(source, open, hasEnd);
  const closing = next === '/';
  TAG_NAME.lastIndex = open + (closing ? 2 : 1);
  const name = TAG_NAME.exec(source)?.[0].toLowerCase();
  if (name === undefined || !hasEnd('>', open)) return null;
  const start = TAG_NAME.lastIndex;
  const end = endOfTag(source, start, hasEnd);
  const inside = source.slice(start, end - 1);
  if (closing || !NEVER_SHOWN.has(name)) return { name, closing, inside, end };
  return { name: '', closing, inside, end: endOfElement(source, name, end) };
}

function declaration(source: string, open: number, hasEnd: HasEnd): Markup | null {
  const isComment = source.startsWith('<!--', open);
  const mark = isComment ? '-->' : '>';
  if (!hasEnd(mark, open)) return null;
  const end = source.indexOf(mark, open) + mark.length;
  return { name: '', closing: false, inside: '', end };
}

/** Behind the ">" of a tag; one in quotation marks counts where the quotation does not end. */
function endOfTag(source: string, start: number, hasEnd: HasEnd): number {
  let at = start;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === '>') return at + 1;
    const isQuote = character === '"' || character === "'";
    const quoted = isQuote && hasEnd(character, at + 1) ? source.indexOf(character, at + 1) : -1;
    at = quoted < 0 || !hasEnd('>', quoted) ? at + 1 : quoted + 1;
  }
  return source.length;
}

function endOfElement(source: string, name: string, start: number): number {
  const closing = new RegExp(`</${name}\\s{0,20}>`, 'giu');
  closing.lastIndex = start;
  return closing.exec(source) === null ? source.length : closing.lastIndex;
}
