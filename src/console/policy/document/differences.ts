import type { PolicyDiff } from '../../../../openapi/types.js';
import { canonical, isObject, isSame, type Path, pointerOf } from './members.js';

export type Change = PolicyDiff['changes'][number];

/**
 * What differs from one document to another, member by member, in the form in which the service
 * says it of two versions.
 */
export function differences(from: unknown, to: unknown, path: Path = []): readonly Change[] {
  if (isSame(from, to)) return [];
  const pointer = pointerOf(path);
  if (Array.isArray(from) && Array.isArray(to)) {
    return [{ pointer, added: without(to, from), removed: without(from, to) }];
  }
  if (!isObject(from) || !isObject(to)) {
    return [{ pointer, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  }
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names.flatMap((name) => differences(from[name], to[name], [...path, name]));
}

/** The entries of one list that the other has not, as often as it has them more. */
function without(entries: readonly unknown[], others: readonly unknown[]): unknown[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = canonical(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return entries.filter((each) => {
    const key = canonical(each);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}
