import type { ReasonCode } from '../domain/reasons.js';
import { type Hit, matchOf } from './hits.js';
import { speechOf } from './quotation.js';
import { CLEAR, type Outcome } from './rule.js';

/**
 * The matches that hits in the body make. What somebody else is quoted to have said is news: the
 * finding is kept, and it passes.
 */
export function toldApart(
  reason: ReasonCode,
  body: string,
  hits: readonly Hit[],
): readonly Outcome[] {
  if (hits.length === 0) return CLEAR;
  const isTold = (hit: Hit): boolean => ['told', 'mentioned'].includes(speechOf(body, hit));
  return [
    ...matchOf(reason, 'body', hits.filter((hit) => !isTold(hit))),
    ...matchOf(reason, 'body', hits.filter(isTold)).map((told) => ({
      ...told,
      at_most: 'approve' as const,
    })),
  ];
}
