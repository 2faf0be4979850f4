import { parse } from 'tldts';

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
const OPENING = /^[<([{"'“‘«*_>]+/u;
const CLOSING = /[>)\]}"'”’»*_.,;:!?…]+$/u;
/** A bare name is a link only under a top level that people write; "Node.js" and "e.g." are not. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(
  'cc css go htm html java js md php pl ps py rs rb sh so ts txt zip'.split(' '),
);
const BARE_HOST_LABEL_MIN = 2;

/**
 * The links of a text: with a scheme (also `hxxp`), with `www.`, or a bare registrable domain; dots
 * may be written `[.]` or `(.)`. E-mail addresses are no links. Linear in the text.
 */
export function findLinks(source: string): readonly Link[] {
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
  const host = HOST.exec(rest.replace(/^[^/@]*@/u, ''))?.[0].replace(/\.+$/u, '') ?? '';
  const domain = domainOf(host, scheme !== '' || /^www\./iu.test(host));
  const start = at + opening;
  if (domain === null) return [];
  return [{ start, end: start + text.length, domain, host: host.toLowerCase() }];
}

function domainOf(host: string, marked: boolean): string | null {
  if (host === '') return null;
  const { domain, isIcann, isIp, publicSuffix, domainWithoutSuffix } = parse(host);
  if (isIp === true) return marked ? host : null;
  if (marked) return (domain ?? host).toLowerCase();
  if (domain === null || isIcann !== true) return null;
  // What has a registrable domain has both of its parts.
  if (FILE_ENDINGS.has(publicSuffix as string)) return null;
  if ((domainWithoutSuffix as string).length < BARE_HOST_LABEL_MIN) return null;
  // "sentence.The next": a missing space, not an address.
  if (/\.\p{Lu}\p{Ll}/u.test(host) && !/^\p{Lu}/u.test(host)) return null;
  return domain.toLowerCase();
}
