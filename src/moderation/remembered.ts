/** Texts of one comment that are read by several rules: its body and its author's name. */
const REMEMBERED_MAX = 2;

/**
 * A pure function that remembers its latest answers, for rules that look at the same text one
 * after another. A WeakMap would remember them all, and costs as much as the reading.
 */
export function remembered<K extends object, V>(read: (key: K) => V): (key: K) => V {
  const keys: K[] = [];
  const values: V[] = [];
  let oldest = 0;
  return (key) => {
    const known = keys.indexOf(key);
    if (known >= 0) return values[known] as V;
    const value = read(key);
    keys[oldest] = key;
    values[oldest] = value;
    oldest = (oldest + 1) % REMEMBERED_MAX;
    return value;
  };
}
