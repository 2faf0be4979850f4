import { sql } from 'kysely';

import type { AppealOutcome } from '../domain/appeal.js';
import type { Database } from './database.js';
import { placed } from './placed.js';
import type { StatisticsPage, StatisticsStore } from './statistics-store.js';
import { startingFrom } from './time-page.js';

/** Appeals in the order of time: as they came in, and as they were answered. */
export function appealStatistics(
  db: Database,
): Pick<StatisticsStore, 'appealed' | 'appealsResolved'> {
  return {
    appealed: async (siteId, page) => {
      const query = appeals(db, siteId, { page, time: 'a.created_at' });
      return placed(await query.execute());
    },
    appealsResolved: async (siteId, page) => {
      const query = appeals(db, siteId, { page, time: 'a.resolved_at' })
        .select(['a.status', 'a.resolved_by as actor_id', 'a.resolved_by_name'])
        .where('a.status', 'in', ['upheld', 'overturned']);
      return placed(await query.execute()).map(({ resolved_by_name, status, ...row }) => ({
        ...row,
        status: status as AppealOutcome,
        actor_name: resolved_by_name ?? '',
      }));
    },
  };
}

interface Asked {
  readonly page: StatisticsPage;
  /** The column that a page goes by. */
  readonly time: 'a.created_at' | 'a.resolved_at';
}

function appeals(db: Database, siteId: string, { page, time }: Asked) {
  const { from, to, after, limit, places } = page;
  return db
    .selectFrom('appeals as a')
    .$if(places, (each) =>
      each
        .innerJoin('comments as c', (join) =>
          join.onRef('c.site_id', '=', 'a.site_id').onRef('c.comment_id', '=', 'a.comment_id'),
        )
        .innerJoin('threads as t', (join) =>
          join.onRef('t.site_id', '=', 'c.site_id').onRef('t.thread_id', '=', 'c.thread_id'),
        )
        .select(['c.thread_id', 't.section']),
    )
    .select([sql.ref<string>(time).as('time'), 'a.appeal_id as id', 'a.comment_id'])
    .where('a.site_id', '=', siteId)
    .where(time, '<', to)
    .orderBy(time)
    .orderBy('a.appeal_id')
    .limit(limit)
    .where(startingFrom({ time, id: 'a.appeal_id' }, { from, after }));
}
