import { type RawBuilder, sql } from 'kysely';

/**
 * What the open reports of one comment weigh together, over the rows of `reports` of one group.
 * Each weighs as much as the next one.
 */
export function reportWeightOf(): RawBuilder<number> {
  return sql<number>`count(*)`;
}
