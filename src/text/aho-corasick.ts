/**
 * Finds every one of many texts in one reading (A. Aho and M. Corasick, "Efficient string matching:
 * an aid to bibliographic search", 1975).
 */
export interface Automaton<T> {
  /** Calls `hit` for each occurrence, `end` exclusive; overlapping ones too, longest first. */
  scan(text: string, hit: (value: T, at: { start: number; end: number }) => void): void;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  fail: Node<T> | null;
  /** The nearest node on the way of failures that ends a text. */
  output: Node<T> | null;
  readonly values: T[];
  readonly depth: number;
}

/** Compiles the texts; memory is linear in their total length. */
export function compileAutomaton<T>(
  texts: Iterable<readonly [text: string, value: T]>,
): Automaton<T> {
  const root = nodeAt<T>(0);
  for (const [text, value] of texts) insert(root, text, value);
  link(root);
  return {
    scan: (text, hit) => {
      let node = root;
      for (let at = 0; at < text.length; at += 1) {
        node = step(root, node, text.charAt(at));
        const end = at + 1;
        let output: Node<T> | null = node.values.length > 0 ? node : node.output;
        for (; output !== null; output = output.output) {
          for (const value of output.values) hit(value, { start: end - output.depth, end });
        }
      }
    },
  };
}

const nodeAt = <T>(depth: number): Node<T> => ({
  next: new Map(),
  fail: null,
  output: null,
  values: [],
  depth,
});

function insert<T>(root: Node<T>, text: string, value: T): void {
  let node = root;
  for (const unit of text.split('')) {
    let next = node.next.get(unit);
    if (!next) {
      next = nodeAt(node.depth + 1);
      node.next.set(unit, next);
    }
    node = next;
  }
  if (node !== root) node.values.push(value);
}

function link<T>(root: Node<T>): void {
  const queue: Node<T>[] = [root];
  for (const node of queue) {
    for (const [unit, child] of node.next) {
      const fail = node === root ? root : step(root, node.fail ?? root, unit);
      child.fail = fail;
      child.output = fail.values.length > 0 ? fail : fail.output;
      queue.push(child);
    }
  }
}

function step<T>(root: Node<T>, from: Node<T>, unit: string): Node<T> {
  let node: Node<T> | null = from;
  while (node !== null) {
    const next = node.next.get(unit);
    if (next) return next;
    node = node.fail;
  }
  return root;
}
