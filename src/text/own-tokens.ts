import type { ShadowText } from './shadow-text.js';

/** A word of a text as a number, for comparing texts, and its length. */
export interface Token {
  readonly hash: number;
  readonly units: number;
}

/** Fewer words beside a quotation add nothing to it: 'Exactly this: "…"'. */
const OWN_WORDS_MIN = 3;
/** An ideograph says about as much as a word of five letters. */
const IDEOGRAPH_UNITS = 5;

const FNV_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/**
 * The words that the author of a text adds to what he quotes: those outside quotation marks and of
 * lines that do not begin with ">". All words, where nearly all are quoted. Digits do not count, so
 * numbers read alike; ideographs and kana, which are written without spaces, are words each.
 */
export function ownTokens(shadow: ShadowText): readonly Token[] {
  const quoted = quotations(shadow.text);
  const own = tokensBeside(shadow, quoted);
  return quoted.length > 0 && own.length < OWN_WORDS_MIN ? tokensBeside(shadow, []) : own;
}

type Stretch = readonly [start: number, end: number];

function tokensBeside({ text, words }: ShadowText, quoted: readonly Stretch[]): readonly Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (let index = 0; index < words.count; index += 1) {
    const start = words.starts[index] as number;
    const end = words.ends[index] as number;
    while ((quoted[next]?.[1] ?? end) < end) next += 1;
    if (start >= (quoted[next]?.[0] ?? end)) continue;
    if (isIdeograph(text.charCodeAt(start))) {
      for (let at = start; at < end; at += 1) {
        tokens.push({ hash: hashOf(text, at, at + 1), units: IDEOGRAPH_UNITS });
      }
    } else {
      tokens.push({ hash: hashOf(text, start, end), units: end - start });
    }
  }
  return tokens;
}

/** FNV-1a over the code units (Fowler, Noll and Vo). */
function hashOf(text: string, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) continue;
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  return hash;
}

const isIdeograph = (unit: number): boolean => unit >= 0x2e80 && unit <= 0x9fff;

/** What stands between quotation marks or in lines that begin with ">", in order. */
function quotations(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let open = text.indexOf('"'); open >= 0; ) {
    const close = text.indexOf('"', open + 1);
    if (close < 0) break;
    stretches.push([open, close]);
    open = text.indexOf('"', close + 1);
  }
  for (let mark = text.indexOf('>'); mark >= 0; ) {
    const from = text.lastIndexOf('\n', mark) + 1;
    const to = text.indexOf('\n', mark);
    const end = to < 0 ? text.length : to;
    if (text.slice(from, mark).trim() === '') stretches.push([mark, end]);
    mark = text.indexOf('>', end);
  }
  return stretches.sort((a, b) => a[0] - b[0]);
}
