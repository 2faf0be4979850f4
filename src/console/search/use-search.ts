import { useMemo } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import type { CommentQuery } from '../comments/use-comments.js';
import { beginOfDay } from '../parts/local-days.js';

export const SEARCH_NAMES = [
  'text',
  'status',
  'standard',
  'section',
  'language',
  'author',
  'thread',
  'reason',
  'created_from',
  'created_to',
] as const satisfies readonly (keyof CommentQuery)[];

export type SearchName = (typeof SEARCH_NAMES)[number];

/** What the form holds: a text for each; empty for nothing. */
export type SearchDraft = Readonly<Partial<Record<SearchName, string>>>;

export interface Search {
  readonly query: CommentQuery;
  /** The same as it stands in the address. */
  readonly written: string;
}

/** What is looked for on this page, and how to look for something else. */
export function useSearch(): readonly [Search, (draft: SearchDraft) => void] {
  const [address, setAddress] = useSearchParams();
  const written = address.toString();
  const search = useMemo(() => ({ written, query: queryIn(written) }), [written]);
  const ask = (draft: SearchDraft): void => {
    const entries = Object.entries(draft).filter(([, value]) => value.trim() !== '');
    setAddress(Object.fromEntries(entries));
  };
  return [search, ask];
}

export function isEmpty({ query }: Search): boolean {
  return Object.keys(query).length === 0;
}

/** Days are those of this browser’s time zone, the last one included. */
function queryIn(written: string): CommentQuery {
  const address = new URLSearchParams(written);
  const entries = SEARCH_NAMES.flatMap((name): [string, string][] => {
    const value = asAsked(name, address.get(name)?.trim() ?? '');
    return value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Empty for what is no day. */
function asAsked(name: SearchName, value: string): string {
  if (name === 'created_from') return beginOfDay(value) ?? '';
  return name === 'created_to' ? (beginOfDay(value, 1) ?? '') : value;
}
