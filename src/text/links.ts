import { parse } from 'tldts';

import { findSpeltLinks } from './spelt-links.js';

/** An address of a web page in a text; offsets into the text as it was submitted. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** The registrable domain ("example.co.uk"), or the IP address or host where there is none. */
  readonly domain: string;
  /** The whole host, in lower case. */
  readonly host: string;
}

/** Longer stretches without white space hold no address that anybody follows. */
const CHUNK_LENGTH_MAX = 2_048;
/** A dot within a word or in brackets, or a scheme: most words have neither. */
const MARK = /[.:][^\s.]|[[({]\.[\])}]/gu;
const SPACE = /\s/u;
/** Sums, times and scores. */
const NUMBERS = /^[\d.,:;$€£%+/()!?-]+$/u;
const SCHEME = /^(?:h(?:tt|xx)ps?|ftp):\/\/+/iu;
const HOST = /^[\p{L}\p{N}][\p{L}\p{N}.-]*/u;
const IPV6 = /^\[([\da-f:.]{2,45})\]?/iu;
const OPENING = /^[<([{"'“‘«*_>]+/u;
const CLOSING = /[>)\]}"'”’»*_.,;:!?…]+$/u;
/** A bare name is a link only under a top level that people write; "Node.js" and "e.g." are not. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(
  'cc css go htm html java js md php pl ps py rs rb sh so ts txt zip'.split(' '),
);
/** Top levels that are English words too: "Done.In my view". */
const WORD_ENDINGS: ReadonlySet<string> = new Set(
  'am as at be by do id in is it la me my no to us'.split(' '),
);
/** Even these are links where a page follows: "tiny.cc/x", "t.me/x". */
const WITH_PAGE: ReadonlySet<string> = new Set(['cc', 'pl', 'sh', 'so', ...WORD_ENDINGS]);
const BARE_HOST_LABEL_MIN = 2;

/**
 * The links of a text, in order: with a scheme (also `hxxp`), with `www.`, or a bare registrable
 * domain; dots may be written `[.]`, `(dot)` or " dot ", and spaces put between. E-mail addresses
 * are no links. Linear in the text.
 */
export function findLinks(source: string): readonly Link[] {
  const spelt = findSpeltLinks(source);
  const plain = findPlainLinks(source);
  if (spelt.length === 0) return plain;
  return [...plain.filter(apartFrom(spelt)), ...spelt].sort((a, b) => a.start - b.start);
}

/** "https://example .com" is one link, and the longer reading tells which. Both in order. */
function apartFrom(spelt: readonly Link[]): (link: Link) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((spelt[next]?.end ?? Infinity) <= start) next += 1;
    return (spelt[next]?.start ?? Infinity) >= end;
  };
}

function findPlainLinks(source: string): readonly Link[] {
  const links: Link[] = [];
  MARK.lastIndex = 0;
  for (let mark = MARK.exec(source); mark !== null; mark = MARK.exec(source)) {
    let from = mark.index;
    while (from > 0 && !SPACE.test(source.charAt(from - 1))) from -= 1;
    let to = mark.index + 1;
    while (to < source.length && !SPACE.test(source.charAt(to))) to += 1;
    const chunk = source.slice(from, to);
    if (chunk.length <= CHUNK_LENGTH_MAX && !NUMBERS.test(chunk)) {
      for (const { text, at } of pieces(chunk)) links.push(...linkOf(text, from + at));
    }
    MARK.lastIndex = to;
  }
  return links;
}

/** "[label](https://a.example)" and "a.example,b.example" hold an address after a sign. */
function pieces(chunk: string): readonly { text: string; at: number }[] {
  const starts = [0];
  for (const { index } of chunk.matchAll(/(?:h(?:tt|xx)ps?|ftp):\/\//giu)) starts.push(index);
  for (const { index } of chunk.matchAll(/[,|]/gu)) starts.push(index + 1);
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.map((at, order) => ({ text: chunk.slice(at, sorted[order + 1]), at }));
}

function linkOf(piece: string, at: number): readonly Link[] {
  const opening = OPENING.exec(piece)?.[0].length ?? 0;
  const text = piece.slice(opening).replace(CLOSING, '');
  if (!text.includes('.') && !text.includes('://')) return [];
  const plain = text.replaceAll(/[[({]\.[\])}]/gu, '.');
  const scheme = SCHEME.exec(plain)?.[0] ?? '';
  const rest = plain.slice(scheme.length);
  if (scheme === '' && /^[^/]*@/u.test(rest)) return [];
  const behind = rest.replace(/^[^/@]*@/u, '');
  const host =
    (scheme === '' ? undefined : IPV6.exec(behind)?.[1]) ??
    HOST.exec(behind)?.[0].replace(/\.+$/u, '') ??
    '';
  const marked = scheme !== '' || /^www\./iu.test(host);
  const hasPage = /^\/[^/]/u.test(behind.slice(host.length));
  const domain = marked ? markedDomain(host) : bareDomain(host, hasPage);
  const start = at + opening;
  if (domain === null) return [];
  return [{ start, end: start + text.length, domain, host: host.toLowerCase() }];
}

function markedDomain(host: string): string | null {
  if (host === '') return null;
  const { domain, isIp } = parse(host);
  return isIp === true ? host : (domain ?? host).toLowerCase();
}

function bareDomain(host: string, hasPage: boolean): string | null {
  const { domain, isIcann, publicSuffix, domainWithoutSuffix } = parse(host);
  if (domain === null || domainWithoutSuffix === null || isIcann !== true) return null;
  const ending = String(publicSuffix);
  const doubtful = FILE_ENDINGS.has(ending) || WORD_ENDINGS.has(ending);
  if (doubtful && !(hasPage && WITH_PAGE.has(ending))) return null;
  if (!hasPage && domainWithoutSuffix.length < BARE_HOST_LABEL_MIN) return null;
  // "sentence.The next": a missing space, not an address.
  if (/\.\p{Lu}\p{Ll}/u.test(host) && !/^\p{Lu}/u.test(host)) return null;
  return domain.toLowerCase();
}
