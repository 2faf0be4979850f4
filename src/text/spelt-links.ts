import { parse } from 'tldts';

/** An address whose dots are spelt out or spaced, so that a filter may miss it. */
interface SpeltLink {
  readonly start: number;
  readonly end: number;
  readonly domain: string;
  readonly host: string;
}

/** What every such address has; most texts have none of it. */
const TRACE = /d[o0]t|punkt|\s\.|[[({<]\s{0,2}\.|ps?\s{0,3}:\s{0,3}\/\s{0,2}\//i;
const BRACKETED = String.raw`\s{0,3}[[({<]\s{0,2}(?:d[o0]t|punkt|\.)\s{0,2}[\])}>]\s{0,3}`;
const SAID = String.raw`\s{1,3}d[o0]t\s{1,3}`;
const SPACED = String.raw`\s{1,3}\.\s{0,3}`;
/** With its spaces, or without any: then what follows is looked at like other addresses. */
const SCHEME = String.raw`h(?:tt|xx)ps?\s{0,3}:\s{0,3}\/\s{0,2}\/\s{0,3}`;
const TRICK = new RegExp(`(${SCHEME})|${BRACKETED}|${SAID}|${SPACED}`, 'giu');
const SEPARATOR_HERE = new RegExp(`(${BRACKETED})|(${SAID})|(${SPACED})|\\.`, 'iuy');
const LABEL_HERE = /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}/uy;
const PAGE_HERE = /(?::\d{1,5})?\/[^\s<>"')\]]*/uy;
const SCHEME_BEFORE = /h(?:tt|xx)ps?:\/{2}$/iu;
const SCHEME_LENGTH_MAX = 8;
const HOST_CHARACTER = /[\p{L}\p{N}.-]/u;
const HOST_LENGTH_MAX = 253;
const LABELS_MAX = 6;
const LABEL_LENGTH_MIN = 2;
/** Top levels that are said aloud. Most others are words or syllables: "the dot in the i". */
const SPOKEN: ReadonlySet<string> = new Set(
  (
    'com net org info biz edu gov io tv eu co.uk org.uk uk com.au de ru xyz online site shop ' +
    'store top club app dev'
  ).split(' '),
);
/** The same for a dot between spaces, which may end a sentence, or begin ".NET". */
const SPACED_TOPS: ReadonlySet<string> = new Set('com org info ru de uk co.uk xyz io'.split(' '));
/** "A dot com company" and "the dot com" name no address. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my our your their his her its some any every each no and or ' +
    'of in on at by for from with as to is are was were be old new first big failed early late ' +
    'former many most other another during before after pre post'
  ).split(' '),
);
const AFTERWARDS =
  /^[\s-]{1,3}(?:boom|bubble|bust|burst|crash|craze|collapse|era|mania|age|years|days|compan|firm|start|stock|million|billion|business|entrepreneur|world|domain|address|site|name|extension)/iu;
const AFTERWARDS_LENGTH_MAX = 20;

/**
 * Addresses such as "example dot com", "example (d0t) com", "www . example . com" and
 * "http : // example.com"; of addresses without these tricks none. Linear in the text.
 */
export function findSpeltLinks(source: string): readonly SpeltLink[] {
  if (!TRACE.test(source)) return [];
  const links: SpeltLink[] = [];
  let reach = 0;
  for (const { 0: trick, 1: scheme, index } of source.matchAll(TRICK)) {
    if (index < reach) continue;
    const beginning =
      scheme === undefined
        ? beginningBefore(source, Math.max(reach, index - HOST_LENGTH_MAX), index)
        : { at: index, host: index + trick.length, marked: /\s/u.test(scheme) };
    // "http://" without a space is found like any other address.
    if (scheme !== undefined && !beginning.marked) continue;
    const link = linkFrom(source, beginning);
    if (link === null) continue;
    links.push(link);
    reach = link.end;
  }
  return links;
}

interface Beginning {
  readonly at: number;
  readonly host: number;
  /** A scheme stands before it, so it is meant for an address. */
  readonly marked: boolean;
}

/** Where the host that ends at `end` begins, and the scheme before it. */
function beginningBefore(source: string, least: number, end: number): Beginning {
  let host = end;
  while (host > least && HOST_CHARACTER.test(source.charAt(host - 1))) host -= 1;
  const before = source.slice(Math.max(least, host - SCHEME_LENGTH_MAX), host);
  const scheme = SCHEME_BEFORE.exec(before)?.[0] ?? '';
  return { at: host - scheme.length, host, marked: scheme !== '' };
}

/** A label of a host, where it ends, and what stands before it. */
interface Label {
  readonly text: string;
  readonly end: number;
  readonly before: 'nothing' | 'dot' | 'bracketed' | 'said' | 'spaced';
}

const TRICKS: readonly Label['before'][] = ['bracketed', 'said', 'spaced'];

/** The longest address that can be read from here on. */
function linkFrom(source: string, { at, host, marked }: Beginning): SpeltLink | null {
  const labels = labelsFrom(source, host);
  for (let count = labels.length; count > 1; count -= 1) {
    const part = labels.slice(0, count);
    const end = Number(part.at(-1)?.end);
    const name = part.map(({ text }) => text.toLowerCase()).join('.');
    const domain = domainOf(part, name, marked);
    if (domain === null || (!marked && isSpokenOf(part, source, end))) continue;
    PAGE_HERE.lastIndex = end;
    const page = PAGE_HERE.exec(source)?.[0] ?? '';
    return { start: at, end: end + page.length, domain, host: name };
  }
  return null;
}

function labelsFrom(source: string, from: number): readonly Label[] {
  const labels: Label[] = [];
  let before: Label['before'] = 'nothing';
  for (let at = from; labels.length < LABELS_MAX; ) {
    LABEL_HERE.lastIndex = at;
    const text = LABEL_HERE.exec(source)?.[0];
    if (text === undefined) break;
    const end = at + text.length;
    labels.push({ text, end, before });
    SEPARATOR_HERE.lastIndex = end;
    const separator = SEPARATOR_HERE.exec(source);
    if (separator === null) break;
    before = 'dot';
    if (separator[1] !== undefined) before = 'bracketed';
    if (separator[2] !== undefined) before = 'said';
    if (separator[3] !== undefined) before = 'spaced';
    at = end + separator[0].length;
  }
  return labels;
}

/** The registrable domain, where the labels are meant for one. */
function domainOf(labels: readonly Label[], name: string, marked: boolean): string | null {
  const ways = new Set(labels.map(({ before }) => before));
  if (!marked && !TRICKS.some((way) => ways.has(way))) return null;
  const { domain, isIcann, publicSuffix, domainWithoutSuffix } = parse(name);
  if (domain === null || domainWithoutSuffix === null || isIcann !== true) return null;
  if (marked || labels[0]?.text.toLowerCase() === 'www') return domain;
  if (domainWithoutSuffix.length < LABEL_LENGTH_MIN) return null;
  const top = String(publicSuffix);
  if (ways.has('said') && !SPOKEN.has(top)) return null;
  return ways.has('spaced') && !SPACED_TOPS.has(top) ? null : domain;
}

/** Whether it is talk of such addresses: "the dot com boom". */
function isSpokenOf(labels: readonly Label[], source: string, end: number): boolean {
  if (!labels.some(({ before }) => before === 'said' || before === 'spaced')) return false;
  if (NO_NAMES.has(String(labels[0]?.text.toLowerCase()))) return true;
  return AFTERWARDS.test(source.slice(end, end + AFTERWARDS_LENGTH_MAX));
}
