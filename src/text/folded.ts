/** A folded text with the way back: for each code unit, where what it came from begins and ends. */
export interface Folded {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A folded text under way. */
export interface Draft {
  length: number;
  readonly units: number[];
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Functions take no more arguments than this at once. */
const UNITS_AT_ONCE = 4_096;

/** Room for one text at a time, kept because making it takes longer than folding a comment. */
const draft: Draft = {
  length: 0,
  units: [],
  starts: new Uint32Array(UNITS_AT_ONCE),
  ends: new Uint32Array(UNITS_AT_ONCE),
};

/** An empty draft. It is the only one: the one before it must be finished. */
export function newDraft(): Draft {
  draft.length = 0;
  return draft;
}

/** Adds one code unit that stands for the unit of the source at this place. */
export function append(to: Draft, unit: number, at: number): void {
  const { length } = to;
  if (length === to.starts.length) {
    to.starts = enlarged(to.starts);
    to.ends = enlarged(to.ends);
  }
  to.units[length] = unit;
  to.starts[length] = at;
  to.ends[length] = at + 1;
  to.length = length + 1;
}

/** The unit added last stands for all that ends here: for a pair, or a letter and its marks. */
export function extendLast(to: Draft, end: number): void {
  if (to.length > 0) to.ends[to.length - 1] = end;
}

/** The draft as it is to stay. */
export function finished({ length, units, starts, ends }: Draft): Folded {
  let text = '';
  for (let from = 0; from < length; from += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.slice(from, Math.min(length, from + UNITS_AT_ONCE)));
  }
  return { text, starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

function enlarged(from: Uint32Array): Uint32Array {
  const to = new Uint32Array(2 * from.length);
  to.set(from);
  return to;
}
