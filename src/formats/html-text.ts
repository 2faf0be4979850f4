import sax from 'sax';

import { type HtmlToken, htmlTokens } from './html-tokens.js';

/** The entities of HTML 4 and the five of XML. */
const { ENTITIES } = sax.parser(false);
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/gu;
const ATTRIBUTE = /(?<![\w-])([a-z-]{1,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu;

/** After which a paragraph begins. */
const PARAGRAPHS = new Set(['p', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'table']);
/** Which stand on a line of their own. */
const LINES = new Set(['div', 'li', 'tr', 'dt', 'dd']);
/** Which show something that has an address. */
const SHOWN = new Set(['img', 'iframe', 'embed', 'video', 'audio', 'source']);
const QUOTES_SHOWN = 3;
/** Nothing but the marks of a quotation. */
const EMPTY_LINE = /^[> ]*$/u;
/** An address is shown with its text, unless the text is the address, perhaps cut short. */
const CUT_SHORT = /(?:\.\.\.|…)$/u;

export interface HtmlOptions {
  /**
   * Whether line breaks of the source are line breaks, as in WordPress, and not white space; where
   * the source has neither paragraphs nor breaks they are taken for such in any case.
   */
  readonly lines: boolean;
}

/**
 * The text that a reader of a piece of HTML sees. Links and pictures keep their address, quotations
 * are marked by "> ", items by "- ", and what was hidden as a spoiler by [spoiler].
 */
export function htmlText(source: string, { lines }: HtmlOptions): string {
  const keepsLines = lines || !/<(?:p|br|div|li)\b/iu.test(source);
  const page: Page = { out: '', quotes: 0, pre: 0, link: null };
  for (const token of htmlTokens(source)) {
    if (token.kind === 'text') {
      const text = unescaped(token.text);
      const kept = keepsLines || page.pre > 0;
      put(page, kept ? text.replaceAll(/\r\n?/gu, '\n') : spaced(text, page));
    } else if (token.name === 'a') {
      endLink(page);
      if (!token.closing) page.link = linkOf(token);
    } else {
      structure(token, page);
    }
  }
  endLink(page);
  return tidied(page.out);
}

/** What has been written so far, and within what. */
interface Page {
  out: string;
  quotes: number;
  pre: number;
  link: { readonly address: string; text: string } | null;
}

function put(page: Page, text: string): void {
  const marked = page.quotes === 0 ? text : text.replaceAll('\n', `\n${quoted(page.quotes)}`);
  if (page.link === null) page.out += marked;
  else page.link.text += marked;
}

/** Deeper quotations look no different. */
const quoted = (depth: number): string => '> '.repeat(Math.min(depth, QUOTES_SHOWN));

function endLink(page: Page): void {
  if (page.link === null) return;
  const { link } = page;
  page.link = null;
  page.out += linked(link);
}

type Tag = Extract<HtmlToken, { kind: 'tag' }>;

function structure(tag: Tag, page: Page): void {
  const { name, closing } = tag;
  if (name === 'br') put(page, '\n');
  else if (name === 'spoiler') put(page, closing ? '[/spoiler]' : '[spoiler]');
  else if (SHOWN.has(name)) put(page, closing ? '' : (attributeOf(tag, 'src') ?? ''));
  else if (LINES.has(name)) put(page, `${startsLine(page) ? '' : '\n'}${itemMark(tag)}`);
  else if (PARAGRAPHS.has(name)) {
    if (name === 'pre') page.pre = Math.max(0, page.pre + (closing ? -1 : 1));
    if (name === 'blockquote') page.quotes = Math.max(0, page.quotes + (closing ? -1 : 1));
    put(page, page.out === '' ? quoted(page.quotes) : '\n\n');
  }
}

const itemMark = ({ name, closing }: Tag): string => (name === 'li' && !closing ? '- ' : '');

const endOf = ({ out, link }: Page): string => (link?.text || out).slice(-50);

const startsLine = (page: Page): boolean => /(?:^|\n)[> ]*$/u.test(endOf(page));

function spaced(text: string, page: Page): string {
  // A space that does not break is no white space of HTML.
  const plain = text.replaceAll(/[ \t\r\n\f]+/gu, ' ');
  return /(?:^|\s)$/u.test(endOf(page)) ? plain.replace(/^ /u, '') : plain;
}

function linkOf(tag: Tag): Page['link'] {
  const address = attributeOf(tag, 'href')?.trim() ?? '';
  // A script behind a link, or a place on the page, leads nowhere from here.
  if (address === '' || /^(?:#|javascript:|data:)/iu.test(address)) return null;
  return { address: withoutDetour(address), text: '' };
}

/** Behind its text, unless that is the address itself. */
function linked({ address, text }: { readonly address: string; readonly text: string }): string {
  const shown = text.trim();
  const cut = shown.replace(CUT_SHORT, '');
  const bare = address.replace(/^(?:mailto:|https?:\/\/)/iu, '');
  const isCut = cut !== shown && cut !== '' && (address.startsWith(cut) || bare.startsWith(cut));
  const same = [address, bare, bare.replace(/\/$/u, '')].includes(shown);
  return shown === '' || same || isCut ? address : `${text} (${address})`;
}

/** Where Disqus counted who left, the address that it led on to. */
function withoutDetour(address: string): string {
  if (!/^https?:\/\/(?:disq\.us|redirect\.disqus\.com)\/url\?/iu.test(address)) return address;
  const on = new URL(address).searchParams.get('url');
  return on === null ? address : on.replace(/:[\w-]{20,}$/u, '');
}

function attributeOf({ inside }: Tag, name: string): string | null {
  for (const [, key = '', double, single, bare] of inside.matchAll(ATTRIBUTE)) {
    if (key.toLowerCase() === name) return unescaped(double ?? single ?? bare ?? '');
  }
  return null;
}

/** With entities as the characters that they stand for; unknown ones stay as they are. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (all) => {
    const name = all.slice(1, -1);
    if (!name.startsWith('#')) return entityOf(name) ?? all;
    const code = Number(name.replace(/^#[xX]/u, '0x').replace('#', ''));
    return code === 0 || code > 0x10_ff_ff ? all : String.fromCodePoint(code);
  });
}

/** Nothing that every object has, as `constructor`, is an entity. */
function entityOf(name: string): string | null {
  const found: unknown = ENTITIES[name];
  return typeof found === 'string' ? found : null;
}

function tidied(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n').map((each) => each.trimEnd())) {
    const isEmpty = EMPTY_LINE.test(line);
    if (!isEmpty || !EMPTY_LINE.test(lines.at(-1) ?? '')) lines.push(line);
  }
  while (EMPTY_LINE.test(lines.at(-1) ?? 'x')) lines.pop();
  return lines.join('\n').trim();
}
