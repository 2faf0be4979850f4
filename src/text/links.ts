import { parse } from 'tldts';

/** An address of a web page in a text; offsets into the text as it was submitted. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** The registrable domain ("example.co.uk"), or the IP address or host where there is none. */
  readonly domain: string;
}

/** Longer stretches without white space hold no address that anybody follows. */
const CHUNK_LENGTH_MAX = 2_048;
const CHUNK = /\S+/gu;
/** A dot within a word or in brackets, or a scheme: most comments have neither. */
const MAY_HOLD_LINKS = /[.:][^\s.]|[[({]\.[\])}]/u;
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
  if (!MAY_HOLD_LINKS.test(source)) return [];
  return [...source.matchAll(CHUNK)].flatMap(({ 0: chunk, index }) =>
    chunk.length > CHUNK_LENGTH_MAX ? [] : pieces(chunk).flatMap(({ text, at }) =>
      linkOf(text, index + at),
    ),
  );
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
  return domain === null ? [] : [{ start, end: start + text.length, domain }];
}

function domainOf(host: string, marked: boolean): string | null {
  if (host === '') return null;
  const { domain, isIcann, isIp, publicSuffix, domainWithoutSuffix } = parse(host);
  if (isIp === true) return marked ? host : null;
  if (marked) return (domain ?? host).toLowerCase();
  if (domain === null || isIcann !== true) return null;
  if (FILE_ENDINGS.has(publicSuffix ?? '')) return null;
  if ((domainWithoutSuffix ?? '').length < BARE_HOST_LABEL_MIN) return null;
  // "sentence.The next": a missing space, not an address.
  if (/\.\p{Lu}\p{Ll}/u.test(host) && !/^\p{Lu}/u.test(host)) return null;
  return domain.toLowerCase();
}
