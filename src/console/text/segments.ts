/** A stretch of a text that is shown in one way. */
export interface Segment {
  /** In UTF-16 code units from the beginning of the text. */
  readonly start: number;
  readonly text: string;
  /** What is shown in place of it, where showing it could deceive or deface; otherwise null. */
  readonly shownAs: string | null;
  /** The places of the marks that cover it in the list that was given. */
  readonly marks: readonly number[];
}

interface Open {
  readonly start: number;
  text: string;
  readonly piled: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** More marks than any living script puts upon one letter. */
const MARKS_ON_A_LETTER_MAX = 4;

const BIDI_NAMES: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/** Joiners are left alone: Persian and families of emoji are written with them. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0001}]/u;
const LAID_OUT: ReadonlySet<string> = new Set(['\n', '\t', '\r']);
const MARK = /^\p{M}$/u;

/**
 * Cuts a text at the edges of `ranges` and around everything that would be invisible, change the
 * direction of what follows, or pile up over the lines above. Together the segments are the text.
 */
export function segmentsOf(text: string, ranges: readonly Range[]): readonly Segment[] {
  const edges = new Set(ranges.flatMap(({ start, end }) => [start, end]));
  const segments: Segment[] = [];
  let piled = 0;
  let open = null as Open | null;
  const close = (): void => {
    if (open === null) return;
    const { start, text: run, piled: isPile } = open;
    const shownAs = isPile ? `+${[...run].length}` : null;
    segments.push({ start, text: run, shownAs, marks: marksAt(ranges, start) });
    open = null;
  };
  let at = 0;
  for (const character of text) {
    piled = MARK.test(character) ? piled + 1 : 0;
    const isPile = piled > MARKS_ON_A_LETTER_MAX;
    if (edges.has(at) || open?.piled !== isPile) close();
    if (!LAID_OUT.has(character) && HIDDEN.test(character)) {
      close();
      const shownAs = nameOf(character);
      segments.push({ start: at, text: character, shownAs, marks: marksAt(ranges, at) });
    } else {
      open ??= { start: at, text: '', piled: isPile };
      open.text += character;
    }
    at += character.length;
  }
  close();
  return segments;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return BIDI_NAMES[character] ?? `U+${code}`;
}

function marksAt(ranges: readonly Range[], at: number): readonly number[] {
  return ranges.flatMap(({ start, end }, index) => (start <= at && at < end ? [index] : []));
}
