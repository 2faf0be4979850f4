import { isObject, memberAt, type Path, withMember } from '../document/members.js';
import type { Document } from '../document/members.js';

export const LISTS = ['blocked', 'allowed'] as const;
export type List = (typeof LISTS)[number];

export const LIST_PATHS: Readonly<Record<List, Path>> = {
  blocked: ['rules', 'blocked_terms', 'terms'],
  allowed: ['allowed_terms'],
};

/** An entry of a list of terms with everything that can be said of one. */
export interface Term {
  readonly term: string;
  readonly kind?: string;
  readonly standard?: string;
  readonly action?: string;
  readonly languages?: readonly string[];
  readonly fields?: readonly string[];
  readonly note?: string;
}

/** The entries of a list, each as an object, in their order. */
export function termsIn(document: Document, list: List): readonly Term[] {
  const entries = memberAt(document, LIST_PATHS[list]);
  return Array.isArray(entries) ? entries.map(termOf) : [];
}

export function termOf(entry: unknown): Term {
  if (typeof entry === 'string') return { term: entry };
  return isObject(entry) && typeof entry['term'] === 'string'
    ? (entry as unknown as Term)
    : { term: '' };
}

/** As short as it can be written: a term of which nothing is said is a text. */
export function entryOf(term: Term): unknown {
  const said = Object.entries(term).filter(([name, value]) => !isUsual(name, value));
  return said.length === 1 ? term.term : Object.fromEntries(said);
}

function isUsual(name: string, value: unknown): boolean {
  if (value === undefined || value === '') return name !== 'term';
  if (Array.isArray(value)) return value.length === 0;
  return name === 'kind' && value === 'text';
}

export function withTerms(document: Document, list: List, terms: readonly Term[]): Document {
  return withMember(document, LIST_PATHS[list], terms.map(entryOf));
}

const keyOf = ({ term }: Term): string => term.trim().toLowerCase();

export interface Pasted {
  /** What is new, in the order of the text. */
  readonly terms: readonly Term[];
  /** Lines that stand in the list already, or twice in the text. */
  readonly known: number;
}

/** The lines of a pasted list that are not in the list yet. */
export function pasted(text: string, terms: readonly Term[]): Pasted {
  const seen = new Set(terms.map(keyOf));
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fresh = lines.flatMap((line): readonly Term[] => {
    const term = { term: line };
    if (seen.has(keyOf(term))) return [];
    seen.add(keyOf(term));
    return [term];
  });
  return { terms: fresh, known: lines.length - fresh.length };
}
