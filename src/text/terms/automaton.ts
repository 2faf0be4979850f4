/**
 * Finds every one of many texts in one reading (A. Aho and M. Corasick, "Efficient string matching:
 * an aid to bibliographic search", 1975).
 */
export interface Automaton<T> {
  /**
   * Calls `hit` for each occurrence, `end` exclusive; overlapping ones too, longest first. A `hit`
   * that answers true has seen enough and ends the reading.
   */
  scan(text: string, hit: (value: T, at: { start: number; end: number }) => unknown): void;
}

const ROOT = 0;
const NONE = -1;
const ASCII = 0x80;
/** Of the table of transitions at most this share is used, so that a search in it is short. */
const LOAD_MAX = 0.5;
const HASH_STATE = 0x9e37_79b1;
const HASH_UNIT = 0x85eb_ca6b;

/** States are numbers in the order in which they were made; the root is 0. */
interface Machine {
  /** From a state by a code unit to the next; -1 where there is none. */
  readonly next: (state: number, unit: number) => number;
  /** For each two ASCII characters beside each other, whether a text begins with them. */
  readonly begins: Uint8Array;
  readonly fails: Int32Array;
  /** The nearest state on the way of failures that ends a text; -1 for none. */
  readonly outputs: Int32Array;
  readonly depths: Int32Array;
}

/** Compiles the texts; memory is linear in their total length. */
export function compileAutomaton<T>(
  texts: Iterable<readonly [text: string, value: T]>,
): Automaton<T> {
  const tree = treeOf(texts);
  const { next, begins, fails, outputs, depths } = machineOf(tree);
  const { values } = tree;
  return {
    scan: (text, hit) => {
      let state = ROOT;
      for (let at = 0; at < text.length; at += 1) {
        if (state === ROOT) at = beginningIn(text, at, begins);
        const unit = text.charCodeAt(at);
        let to = next(state, unit);
        while (to === NONE && state !== ROOT) {
          state = fails[state] as number;
          to = next(state, unit);
        }
        state = to === NONE ? ROOT : to;
        let output = values[state] === undefined ? outputs[state] as number : state;
        for (; output !== NONE; output = outputs[output] as number) {
          const end = at + 1;
          const place = { start: end - (depths[output] as number), end };
          for (const value of values[output] as T[]) if (hit(value, place) === true) return;
        }
      }
    },
  };
}

/** The next place where one of the texts may begin; the last place where none does. */
function beginningIn(text: string, from: number, begins: Uint8Array): number {
  const last = text.length - 1;
  let at = from;
  let unit = text.charCodeAt(at);
  for (; at < last; at += 1) {
    const behind = text.charCodeAt(at + 1);
    if (unit >= ASCII || behind >= ASCII || begins[unit * ASCII + behind] !== 0) break;
    unit = behind;
  }
  return at;
}

interface Tree<T> {
  /** By state, its children by code unit. */
  readonly children: Map<number, number>[];
  readonly depths: number[];
  readonly values: (T[] | undefined)[];
}

function treeOf<T>(texts: Iterable<readonly [string, T]>): Tree<T> {
  const tree: Tree<T> = { children: [new Map<number, number>()], depths: [0], values: [undefined] };
  for (const [text, value] of texts) {
    let state = ROOT;
    for (let at = 0; at < text.length; at += 1) state = child(tree, state, text.charCodeAt(at));
    if (state !== ROOT) (tree.values[state] ??= []).push(value);
  }
  return tree;
}

function child({ children, depths, values }: Tree<unknown>, state: number, unit: number): number {
  const known = children[state]?.get(unit);
  if (known !== undefined) return known;
  const made = children.length;
  children[state]?.set(unit, made);
  children.push(new Map());
  depths.push((depths[state] as number) + 1);
  values.push(undefined);
  return made;
}

/** The tree with its failures, in flat arrays: several times as fast as maps to walk along. */
function machineOf({ children, depths, values }: Tree<unknown>): Machine {
  const fails = new Int32Array(children.length);
  const outputs = new Int32Array(children.length).fill(NONE);
  const next = transitions(children);
  const queue = [ROOT];
  for (const state of queue) {
    for (const [unit, to] of children[state] as ReadonlyMap<number, number>) {
      let fail = state === ROOT ? NONE : fails[state] as number;
      while (fail !== NONE && next(fail, unit) === NONE) {
        fail = fail === ROOT ? NONE : fails[fail] as number;
      }
      const target = fail === NONE ? ROOT : next(fail, unit);
      fails[to] = target;
      outputs[to] = values[target] === undefined ? outputs[target] as number : target;
      queue.push(to);
    }
  }
  const begins = beginnings(children, values);
  return { next, begins, fails, outputs, depths: Int32Array.from(depths) };
}

/** A text of one character begins with it and anything. */
function beginnings(
  children: readonly ReadonlyMap<number, number>[],
  values: readonly unknown[],
): Uint8Array {
  const begins = new Uint8Array(ASCII * ASCII);
  for (const [unit, to] of children[ROOT] as ReadonlyMap<number, number>) {
    if (unit >= ASCII) continue;
    for (let behind = 0; behind < ASCII; behind += 1) {
      const isBeginning = values[to] !== undefined || children[to]?.has(behind) === true;
      begins[unit * ASCII + behind] = isBeginning ? 1 : 0;
    }
  }
  return begins;
}

/** A hash table with open addressing: state and unit to the next state. */
function transitions(children: readonly ReadonlyMap<number, number>[]): Machine['next'] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, children.length / LOAD_MAX)));
  const mask = size - 1;
  const states = new Int32Array(size).fill(NONE);
  const units = new Uint16Array(size);
  const targets = new Int32Array(size);
  const slot = (state: number, unit: number): number =>
    (Math.imul(state, HASH_STATE) ^ Math.imul(unit + 1, HASH_UNIT)) & mask;
  children.forEach((map, state) => {
    for (const [unit, to] of map) {
      let at = slot(state, unit);
      while (states[at] !== NONE) at = (at + 1) & mask;
      states[at] = state;
      units[at] = unit;
      targets[at] = to;
    }
  });
  return (state, unit) => {
    let at = slot(state, unit);
    while (states[at] !== NONE) {
      if (states[at] === state && units[at] === unit) return targets[at] as number;
      at = (at + 1) & mask;
    }
    return NONE;
  };
}
