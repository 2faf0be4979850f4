import type { Finding } from '../../../openapi/types.js';

/** A stretch of a text that a finding objects to. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The place of the finding in its list, from 1. */
  readonly number: number;
  readonly finding: Finding;
  /** The last of its finding in the text: there the number stands. */
  readonly last: boolean;
  /** A word that raised a score, and is nothing by itself. */
  readonly faint: boolean;
}

const SEVERITY = { reject: 0, hold: 1, approve: 2 };
const SCORING: ReadonlySet<string> = new Set(['classifier_scores', 'outside_scores']);

/** Whether a finding rests on a score, to which words only contributed. */
export function isScore({ rule }: Pick<Finding, 'rule'>): boolean {
  return SCORING.has(rule);
}

/**
 * What findings mark in one part of a submission. The severest first, so that it gives a word its
 * colour where several rules object to it.
 */
export function marksOf(
  findings: readonly Finding[],
  field: NonNullable<Finding['field']>,
): readonly Mark[] {
  return findings
    .flatMap((finding, index) => {
      if (finding.field !== field) return [];
      const end = Math.max(...finding.spans.map((span) => span.end));
      const faint = isScore(finding);
      const rest = { number: index + 1, finding, faint };
      return finding.spans.map((span) => ({ ...span, ...rest, last: span.end === end }));
    })
    .sort(bySeverity);
}

function bySeverity(one: Mark, other: Mark): number {
  if (one.faint !== other.faint) return one.faint ? 1 : -1;
  return SEVERITY[one.finding.action] - SEVERITY[other.finding.action];
}

