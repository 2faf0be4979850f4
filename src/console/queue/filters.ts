import { useMemo } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import type { operations } from '../../../openapi/types.js';

type Query = NonNullable<operations['listQueue']['parameters']['query']>;

/** What a moderator asks of the queue; it stands in the address, so that a link shows the same. */
export type Filters = Omit<Query, 'cursor' | 'limit'>;
export type FilterName = keyof Filters;

const NAMES: Readonly<Record<FilterName, 'text' | 'number'>> = {
  kind: 'text',
  standard: 'text',
  reason: 'text',
  thread: 'text',
  section: 'text',
  author: 'text',
  language: 'text',
  claimed: 'text',
  min_age: 'number',
  max_age: 'number',
};

export const FILTER_NAMES = Object.keys(NAMES) as readonly FilterName[];

/** The filters that an address names; whether their values make sense the service says. */
export function filtersIn(address: URLSearchParams): Filters {
  const entries = FILTER_NAMES.flatMap((name) => {
    const value = address.get(name);
    if (value === null || value === '') return [];
    return [[name, NAMES[name] === 'number' ? Number(value) : value] as const];
  });
  return Object.fromEntries(entries);
}

/** A change of filters; null takes one away. */
export type FilterChange = Readonly<Partial<Record<FilterName, string | null>>>;

/** The filters of this page, and how to change some of them. */
export function useFilters(): readonly [Filters, (change: FilterChange) => void] {
  const [address, setAddress] = useSearchParams();
  const written = address.toString();
  const filters = useMemo(() => filtersIn(new URLSearchParams(written)), [written]);
  const change = (changed: FilterChange): void => {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changed)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  };
  return [filters, change];
}
