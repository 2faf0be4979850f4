import { type RawBuilder, sql } from 'kysely';

import type { TextMarks } from '../domain/comment.js';
import type { Status } from '../domain/status.js';
import {
  CAMPAIGN_AUTHORS_MAX,
  NEAR_CANDIDATES_MAX,
  OUTCOMES_MAX,
  RECENT_COMMENTS_MAX,
  SKETCH_CHARACTERS,
} from '../limits.js';
import { APPROVED_COUNTED_MAX } from '../limits/store.js';
import type { Database } from './database.js';
import { type Argument, prepared, type RunPrepared } from './prepared.js';

/** Whose latest comments are asked for, and how far back. */
export interface RecentQuery {
  readonly by: 'author_id' | 'author_ip';
  readonly value: string;
  readonly since: string;
}

export interface SameTextQuery {
  readonly author_id: string;
  readonly fingerprint: string;
  readonly since: string;
  /** The comment that is being edited, which is no repeat of itself. */
  readonly except: string | null;
}

export interface AuthorsOfTextQuery {
  readonly fingerprint: string;
  readonly since: string;
  /** Null for an author whom the site has not met. */
  readonly except: string | null;
}

export interface NearTextsQuery {
  readonly near_key_1: TextMarks['near_key_1'];
  readonly near_key_2: TextMarks['near_key_2'];
  readonly since: string;
  /** The comment that is being edited. */
  readonly except: string | null;
}

/** A comment whose text may be nearly the same; its sketch tells. */
export interface NearText {
  readonly author_id: string;
  readonly received_at: string;
  readonly sketch: string;
}

export interface StatusesQuery {
  readonly author_id: string;
  readonly since: string;
}

export interface DatedStatus {
  readonly status: Status;
  readonly received_at: string;
}

/*
 * Maxima are written out: SQLite prepares a statement anew whenever a value is bound to its LIMIT,
 * which takes longer than such a look-up itself.
 */

/** What the record says that bears on a new comment: a few indexed look-ups. */
export interface CommentHistory {
  /** When the latest `RECENT_COMMENTS_MAX` comments of an author or an IP came in, newest first. */
  recentTimes(siteId: string, query: RecentQuery): Promise<readonly string[]>;
  /** When the author last posted a text with that fingerprint. */
  lastSameText(siteId: string, query: SameTextQuery): Promise<string | null>;
  /** How many comments of these authors stand approved; of one, `APPROVED_COUNTED_MAX` at most. */
  countApproved(siteId: string, authorIds: readonly string[]): Promise<number>;
  /** How many other authors posted that text; stops counting at `CAMPAIGN_AUTHORS_MAX`. */
  countAuthorsOfText(siteId: string, query: AuthorsOfTextQuery): Promise<number>;
  /**
   * The sketches of `nearTexts` in one text, one behind the other: a fifth of what it costs to read
   * the rows, and of most comments nothing is near.
   */
  nearSketches(siteId: string, query: NearTextsQuery): Promise<string>;
  /** The latest `NEAR_CANDIDATES_MAX` for each key and place; one that shares both comes twice. */
  nearTexts(siteId: string, query: NearTextsQuery): Promise<readonly NearText[]>;
  /** How the latest `OUTCOMES_MAX` comments of an author stand and when they came in. */
  recentStatuses(siteId: string, query: StatusesQuery): Promise<readonly DatedStatus[]>;
}

export function commentHistory(run: RunPrepared): CommentHistory {
  return {
    recentTimes: async (site_id, { by, ...query }) => {
      const rows = await run(by === 'author_id' ? TIMES_OF_AUTHOR : TIMES_OF_IP, {
        site_id,
        ...query,
      });
      return rows.map((row) => row.received_at);
    },
    lastSameText: async (site_id, { except, ...query }) => {
      const [row] = await run(SAME_TEXT, { site_id, ...query, except: except ?? '' });
      return row?.received_at ?? null;
    },
    countApproved: async (site_id, authorIds) => {
      const counts = await Promise.all(
        authorIds.map(async (author_id) => run(APPROVED_OF, { site_id, author_id })),
      );
      return counts.reduce((sum, rows) => sum + Number(rows[0]?.count ?? 0), 0);
    },
    countAuthorsOfText: async (site_id, { except, ...query }) => {
      const values = { site_id, ...query, except: except ?? '' };
      // Of most texts there is no copy, and to look for one is a fifth of what it costs to have
      // SQLite make a table in which each author is once.
      if ((await run(ANY_OF_TEXT, values)).length === 0) return 0;
      return (await run(AUTHORS_OF_TEXT, values)).length;
    },
    nearSketches: async (site_id, query) => {
      const [row] = await run(NEAR_SKETCHES, nearValues(site_id, query));
      return row?.sketches ?? '';
    },
    nearTexts: async (site_id, query) => run(NEAR_TEXTS, nearValues(site_id, query)),
    recentStatuses: async (site_id, query) => {
      const rows = await run(STATUSES_OF_AUTHOR, { site_id, ...query });
      return rows.map((row) => ({ ...row, status: row.status as Status }));
    },
  };
}

interface Since {
  readonly site_id: string;
  readonly since: string;
}

const timesBy = (column: 'author_id' | 'author_ip') =>
  prepared<Since & { value: string }>()((db, argument) =>
    db
      .selectFrom('comments')
      .select('received_at')
      .where('site_id', '=', argument('site_id'))
      .where(column, '=', argument('value'))
      .where('received_at', '>=', argument('since'))
      .orderBy('received_at', 'desc')
      .limit(sql.lit(RECENT_COMMENTS_MAX)),
  );

const TIMES_OF_AUTHOR = timesBy('author_id');
const TIMES_OF_IP = timesBy('author_ip');

const STATUSES_OF_AUTHOR = prepared<Since & { author_id: string }>()((db, argument) =>
  db
    .selectFrom('comments')
    .select(['status', 'received_at'])
    .where('site_id', '=', argument('site_id'))
    .where('author_id', '=', argument('author_id'))
    .where('received_at', '>=', argument('since'))
    .orderBy('received_at', 'desc')
    .limit(sql.lit(OUTCOMES_MAX)),
);

interface OfText {
  readonly site_id: string;
  readonly fingerprint: string;
  readonly since: string;
  readonly except: string;
}

/** The comments with a fingerprint since a time. */
const ofText = (db: Database, argument: Argument<OfText>) =>
  db
    .selectFrom('comments')
    .where('site_id', '=', argument('site_id'))
    .where('fingerprint', '=', argument('fingerprint'))
    .where('received_at', '>=', argument('since'));

const SAME_TEXT = prepared<OfText & { readonly author_id: string }>()((db, argument) =>
  ofText(db, argument)
    .select('received_at')
    .where('author_id', '=', argument('author_id'))
    .where('comment_id', '<>', argument('except'))
    .orderBy('received_at', 'desc')
    .limit(sql.lit(1)),
);

const ANY_OF_TEXT = prepared<OfText>()((db, argument) =>
  ofText(db, argument)
    .select('author_id')
    .where('author_id', '<>', argument('except'))
    .limit(sql.lit(1)),
);

const AUTHORS_OF_TEXT = prepared<OfText>()((db, argument) =>
  ofText(db, argument)
    .select('author_id')
    .distinct()
    .where('author_id', '<>', argument('except'))
    .limit(sql.lit(CAMPAIGN_AUTHORS_MAX)),
);

const APPROVED_OF = prepared<{ site_id: string; author_id: string }>()(
  (db, argument) =>
    db
      .selectFrom(
        db
          .selectFrom('comments')
          .select('status')
          .where('site_id', '=', argument('site_id'))
          .where('author_id', '=', argument('author_id'))
          .where('status', '=', 'approved')
          .limit(sql.lit(APPROVED_COUNTED_MAX))
          .as('approved'),
      )
      .select(({ fn }) => fn.countAll().as('count')),
);

interface Near extends Since {
  readonly one: string | null;
  readonly two: string | null;
  readonly except: string;
}

function nearValues(site_id: string, query: NearTextsQuery): Near {
  const { near_key_1: one, near_key_2: two, since, except } = query;
  return { site_id, one, two, since, except: except ?? '' };
}

/**
 * Each of the two keys in each of the two columns: four ranges of two indexes, all bounded. A
 * sketch of another length, as an edited export may have, would move all that stand behind it.
 */
function nearRows(columns: RawBuilder<unknown>, argument: Argument<Near>): RawBuilder<NearText> {
  const under = (column: 'near_key_1' | 'near_key_2', key: 'one' | 'two') => sql`
    SELECT * FROM (
      SELECT ${columns} FROM comments
      WHERE site_id = ${argument('site_id')} AND ${sql.ref(column)} = ${argument(key)}
        AND received_at >= ${argument('since')} AND comment_id <> ${argument('except')}
        AND octet_length(sketch) = ${sql.lit(SKETCH_CHARACTERS)}
      ORDER BY received_at DESC LIMIT ${sql.lit(NEAR_CANDIDATES_MAX)}
    ) AS latest`;
  return sql<NearText>`
    ${under('near_key_1', 'one')} UNION ALL ${under('near_key_2', 'one')} UNION ALL
    ${under('near_key_1', 'two')} UNION ALL ${under('near_key_2', 'two')}`;
}

const NEAR_TEXTS = prepared<Near>()((_, argument) =>
  nearRows(sql`author_id, received_at, sketch`, argument),
);

const NEAR_SKETCHES = prepared<Near>()(
  (_, argument) =>
    sql<{ sketches: string | null }>`
      SELECT string_agg(sketch, '') AS sketches FROM (${nearRows(sql`sketch`, argument)}) AS near`,
);
