import { type RawBuilder, sql } from 'kysely';

import { ASSUMED_OF_EACH } from '../domain/reporter.js';
import { REPORTER_ANSWERS_MAX } from '../limits/desk.js';

/** Whose reports are weighed, and by which answers to those made earlier. */
export interface WeighedBy {
  readonly site_id: string;
  readonly since: string;
  /** Inclusive: later answers move nothing while somebody pages. */
  readonly until: string;
}

/**
 * What a row of `reports` weighs: `weightOf` in src/domain/reporter.ts, of which this is the SQL.
 * Not bounded for readers who are not proven: the queue bounds what reports count for anyway.
 */
export function reportWeightOf({ site_id, since, until }: WeighedBy): RawBuilder<number> {
  const assumed = sql.lit(ASSUMED_OF_EACH);
  // The outcomes are no parameters: the index on answered reports could not be chosen for those.
  return sql<number>`(
    SELECT CAST(2 * (${assumed} + COUNT(CASE WHEN latest.outcome = 'agreed' THEN 1 END))
      AS DOUBLE PRECISION) / (2 * ${assumed} + COUNT(*))
    FROM (
      SELECT past.outcome FROM reports AS past
      WHERE past.site_id = ${site_id}
        AND past.reporter_external_id = reports.reporter_external_id
        AND past.outcome IN ('agreed', 'disagreed')
        AND past.settled_at >= ${since} AND past.settled_at <= ${until}
      ORDER BY past.settled_at DESC LIMIT ${sql.lit(REPORTER_ANSWERS_MAX)}
    ) AS latest
  )`;
}
