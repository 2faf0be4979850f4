import { caseFolded } from './case-folded.js';

/** A text without its HTML tags, and where each of its code units stood. */
export interface Untagged {
  readonly text: string;
  readonly places: readonly number[];
}

const SPACE = /\s/u;
const WITH_CONTENT = ['script', 'style'] as const;

/**
 * Takes HTML tags out as WordPress's `wp_strip_all_tags` and PHP's `strip_tags` do: with what
 * stands in a script or a style, "<" before a space is no tag, ">" in quotation marks ends none,
 * and a tag that is never closed reaches to the end. Linear in the text.
 */
export function withoutTags(source: string): Untagged {
  let text = '';
  const places: number[] = [];
  const lower = caseFolded(source);
  const closings = WITH_CONTENT.map((name) => ({ name, last: lower.lastIndexOf(`</${name}>`) }));
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const until = tag < 0 ? source.length : tag;
    for (let place = at; place < until; place += 1) places.push(place);
    text += source.slice(at, until);
    if (tag < 0) break;
    if (SPACE.test(source.charAt(tag + 1))) {
      text += '<';
      places.push(tag);
      at = tag + 1;
    } else {
      at = endOfElement(lower, tag, closings) ?? endOfTag(source, tag);
    }
  }
  return { text, places };
}

/** By element, where the last of its kind ends: asked once, so that a row of openings is cheap. */
interface Closing {
  readonly name: string;
  readonly last: number;
}

/** Behind a script or a style that has an end; null for other tags. */
function endOfElement(lower: string, tag: number, closings: readonly Closing[]): number | null {
  for (const { name, last } of closings) {
    if (tag < last && lower.startsWith(name, tag + 1)) {
      return lower.indexOf(`</${name}>`, tag) + name.length + '</>'.length;
    }
  }
  return null;
}

function endOfTag(source: string, tag: number): number {
  let quote = '';
  for (let at = tag + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quote === '' && character === '>') return at + 1;
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return source.length;
}
