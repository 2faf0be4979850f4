import type { Finding } from '../../../openapi/types.js';

/** A stretch of a text that a finding objects to. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The place of the finding in its list, from 1. */
  readonly number: number;
  readonly finding: Finding;
}

const SEVERITY = { reject: 0, hold: 1, approve: 2 };

/**
 * What findings mark in one part of a submission. The severest first, so that it gives a word its
 * colour where several rules object to it.
 */
export function marksOf(
  findings: readonly Finding[],
  field: NonNullable<Finding['field']>,
): readonly Mark[] {
  return findings
    .flatMap((finding, index) =>
      finding.field === field
        ? finding.spans.map(({ start, end }) => ({ start, end, number: index + 1, finding }))
        : [],
    )
    .sort((one, other) => SEVERITY[one.finding.action] - SEVERITY[other.finding.action]);
}

/** The words of a text that a finding objects to, each once. */
export function wordsOf(finding: Finding, text: string): readonly string[] {
  if (finding.field !== 'body') return [];
  return [...new Set(finding.spans.map(({ start, end }) => text.slice(start, end)))];
}
