import type { PolicyDocument } from '../../domain/policy.js';
import { canonical } from './digest.js';

/** A member in which two policies differ, by its RFC 6901 pointer. */
export type PolicyChange =
  | {
      readonly pointer: string;
      /** Left out where the earlier policy has no such member. */
      readonly from?: unknown;
      /** Left out where the later policy has no such member. */
      readonly to?: unknown;
    }
  | {
      readonly pointer: string;
      /** Entries of a list. None of either: the same entries in another order. */
      readonly added: readonly unknown[];
      readonly removed: readonly unknown[];
    };

/**
 * What differs from one policy to another, in the order of their members. Lists are compared by
 * their entries, because that an entry has moved up by one says nothing. Equal policies give none.
 */
export function policyDiff(from: PolicyDocument, to: PolicyDocument): readonly PolicyChange[] {
  return changes('', from, to);
}

function changes(pointer: string, from: unknown, to: unknown): readonly PolicyChange[] {
  if (isEqual(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) {
    return [{ pointer, added: without(to, from), removed: without(from, to) }];
  }
  if (!isObject(from) || !isObject(to)) return [{ pointer, from, to }];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names.flatMap((name) => {
    const member = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Object.hasOwn(from, name)) return [{ pointer: member, to: to[name] }];
    if (!Object.hasOwn(to, name)) return [{ pointer: member, from: from[name] }];
    return changes(member, from[name], to[name]);
  });
}

/** The entries of one list that the other has not, as often as it has them more. */
function without(entries: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
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

const isEqual = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
