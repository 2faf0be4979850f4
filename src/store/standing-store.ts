import { type RawBuilder, sql } from 'kysely';

import type { Action } from '../domain/action.js';
import type { ReportOutcome } from '../domain/report.js';
import { RESEMBLANCES, type Resemblance } from '../domain/resemblance.js';
import { NO_FAULT, type Strike } from '../domain/strike.js';
import {
  AGREEMENT_LOOKED_AT_MAX,
  RESEMBLING_AUTHORS_MAX,
  RESEMBLING_COMMENTS_MAX,
  STRIKES_LOOKED_AT_MAX,
} from '../limits/desk.js';
import type { Database } from './database.js';
import { type Argument, prepared, type RunPrepared, type Running } from './prepared.js';

/** What a new author came with, as it is compared; null for what is not known. */
export interface Likeness {
  /** Null for an author whom the site has not met. */
  readonly except: string | null;
  readonly email_key: string | null;
  readonly folded_name: string | null;
  readonly ip: string | null;
  readonly ip_since: string;
  readonly now: string;
}

/** Somebody who shares something with a new author. */
export interface Resembling {
  readonly way: Resemblance;
  readonly author_id: string;
  /** A block on that author is in force. */
  readonly blocked: boolean;
  /** The author has approved comments. */
  readonly established: boolean;
}

/** What the engine last said of a comment, and a person after it. */
export interface SecondLook {
  readonly engine: Action;
  readonly person: 'approve' | 'reject';
}

/** What is derived from the record about how an author stands. */
export interface StandingStore {
  /** Strikes decided since, newest first, among the latest `STRIKES_LOOKED_AT_MAX` comments. */
  strikes(siteId: string, authorId: string, since: string): Promise<readonly Strike[]>;
  /** Of the author's latest `AGREEMENT_LOOKED_AT_MAX` comments those that people looked at. */
  secondLooks(siteId: string, authorId: string): Promise<readonly SecondLook[]>;
  /** How many reports of the author's comments people answered, and how. */
  reportOutcomes(
    siteId: string,
    authorId: string,
  ): Promise<Readonly<Record<Exclude<ReportOutcome, 'lapsed'> | 'open', number>>>;
  /** Who shares a mailbox, a name or an address with an author. One statement, by indexes. */
  resembling(siteId: string, likeness: Likeness): Promise<readonly Resembling[]>;
}

export function standingStore(db: Database, { run }: Running): StandingStore {
  return {
    strikes: strikes(db),
    secondLooks: secondLooks(db),
    reportOutcomes: reportOutcomes(db),
    resembling: resembling(run),
  };
}

/**
 * The last word but for a withdrawal must be a rejection: by a person for no block's sake, or by
 * the engine for something that its author did. A cross join is read in its order: else SQLite goes
 * through all decisions of the period, which come in the order that is asked for.
 */
function strikes(db: Database): StandingStore['strikes'] {
  const noFault = sql.join([...NO_FAULT]);
  return async (siteId, authorId, since) => {
    const { rows } = await sql<Strike>`
      SELECT d.comment_id, d.decision_id, d.created_at AS decided_at
      FROM (
        SELECT comment_id, status FROM comments
        WHERE site_id = ${siteId} AND author_id = ${authorId}
        ORDER BY received_at DESC LIMIT ${STRIKES_LOOKED_AT_MAX}
      ) AS c
      CROSS JOIN decisions AS d
      WHERE d.site_id = ${siteId} AND d.comment_id = c.comment_id
        AND d.comment_version = (
          SELECT MAX(w.comment_version) FROM decisions AS w
          WHERE w.site_id = ${siteId} AND w.comment_id = c.comment_id AND w.action <> 'delete'
        )
        AND c.status IN ('rejected', 'deleted') AND d.action = 'reject'
        AND d.block_id IS NULL AND d.shadowed_at IS NULL AND d.created_at >= ${since}
        AND (d.actor_kind = 'moderator' OR (d.actor_kind = 'system' AND EXISTS (
          SELECT 1 FROM findings AS f
          WHERE f.site_id = ${siteId} AND f.decision_id = d.decision_id
            AND f.action = 'reject' AND f.reason NOT IN (${noFault})
        )))
      ORDER BY d.created_at DESC, d.decision_id DESC`.execute(db);
    return rows;
  };
}

function secondLooks(db: Database): StandingStore['secondLooks'] {
  return async (siteId, authorId) => {
    const { rows } = await sql<SecondLook>`
      SELECT e.action AS engine, p.action AS person
      FROM (
        SELECT comment_id FROM comments
        WHERE site_id = ${siteId} AND author_id = ${authorId}
        ORDER BY received_at DESC LIMIT ${AGREEMENT_LOOKED_AT_MAX}
      ) AS c
      JOIN decisions AS p ON p.site_id = ${siteId} AND p.comment_id = c.comment_id
        AND p.comment_version = (
          SELECT MAX(w.comment_version) FROM decisions AS w
          WHERE w.site_id = ${siteId} AND w.comment_id = c.comment_id
            AND w.actor_kind = 'moderator' AND w.block_id IS NULL
            AND w.action IN ('approve', 'reject')
        )
      JOIN decisions AS e ON e.site_id = ${siteId} AND e.comment_id = c.comment_id
        AND e.comment_version = (
          SELECT MAX(v.comment_version) FROM decisions AS v
          WHERE v.site_id = ${siteId} AND v.comment_id = c.comment_id
            AND v.actor_kind = 'system' AND v.comment_version < p.comment_version
        )`.execute(db);
    return rows;
  };
}

function reportOutcomes(db: Database): StandingStore['reportOutcomes'] {
  return async (siteId, authorId) => {
    const rows = await db
      .selectFrom('reports')
      .select(({ fn }) => ['outcome', fn.countAll().as('count')])
      .where('site_id', '=', siteId)
      .where('author_id', '=', authorId)
      .groupBy('outcome')
      .execute();
    const counts = new Map(rows.map((row) => [row.outcome, Number(row.count)]));
    return {
      agreed: counts.get('agreed') ?? 0,
      disagreed: counts.get('disagreed') ?? 0,
      open: counts.get(null) ?? 0,
    };
  };
}

/** A blocked author who shares something comes first: mostly there is none, and that is all. */
function resembling(run: RunPrepared): StandingStore['resembling'] {
  return async (site_id, { except, ...like }) => {
    const values = { site_id, ...like, except: except ?? '' };
    if ((await run(BLOCKED_ALIKE, values)).length === 0) return [];
    const rows = await run(ALL_ALIKE, values);
    return rows.map(({ way, author_id, blocked, established }) => ({
      way: RESEMBLANCES.find((each) => each === way) ?? 'name',
      author_id,
      blocked: blocked === 1,
      established: established === 1,
    }));
  };
}

type AlikeValues = Omit<Likeness, 'except'> & { site_id: string; except: string };

/**
 * Each way is a bounded look into its own index; what is not known finds nothing. Authors are taken
 * as the index has them: asked for in an order, SQLite reads all of the site's. To have each once
 * it makes a table of its own, for which nobody waits who only looks for one.
 */
function alike(
  argument: Argument<AlikeValues>,
  times: 'each once' | 'as found',
): RawBuilder<unknown> {
  const [site, except] = [argument('site_id'), argument('except')];
  const authors = (column: 'email_key' | 'folded_name') => sql`
    SELECT * FROM (
      SELECT author_id FROM authors
      WHERE site_id = ${site} AND ${sql.ref(column)} = ${argument(column)}
        AND author_id <> ${except}
      LIMIT ${sql.lit(RESEMBLING_AUTHORS_MAX)}
    ) AS found`;
  const once = times === 'each once' ? sql`DISTINCT` : sql``;
  return sql`
    SELECT 'email' AS way, mail.author_id FROM (${authors('email_key')}) AS mail
    UNION ALL
    SELECT 'name' AS way, named.author_id FROM (${authors('folded_name')}) AS named
    UNION ALL
    SELECT ${once} 'ip' AS way, near.author_id FROM (
      SELECT author_id FROM comments
      WHERE site_id = ${site} AND author_ip = ${argument('ip')}
        AND received_at >= ${argument('ip_since')} AND author_id <> ${except}
      ORDER BY received_at DESC LIMIT ${sql.lit(RESEMBLING_COMMENTS_MAX)}
    ) AS near`;
}

/** Whether a block is in force on an author of the given column. */
const isBlocked = (argument: Argument<AlikeValues>): RawBuilder<unknown> => sql`EXISTS (
  SELECT 1 FROM blocks AS b
  WHERE b.site_id = ${argument('site_id')} AND b.kind = 'author'
    AND b.range_start = alike.author_id
    AND b.lifted_at IS NULL AND (b.until IS NULL OR b.until > ${argument('now')})
)`;

const BLOCKED_ALIKE = prepared<AlikeValues>()<{ readonly author_id: string }>((_, argument) =>
  sql`SELECT alike.author_id FROM (${alike(argument, 'as found')}) AS alike
    WHERE ${isBlocked(argument)} LIMIT 1`,
);

interface AlikeRow {
  readonly way: string;
  readonly author_id: string;
  readonly blocked: number;
  readonly established: number;
}

const ALL_ALIKE = prepared<AlikeValues>()<AlikeRow>((_, argument) =>
  sql`SELECT alike.way, alike.author_id,
      CASE WHEN ${isBlocked(argument)} THEN 1 ELSE 0 END AS blocked,
      CASE WHEN EXISTS (
        SELECT 1 FROM comments AS own
        WHERE own.site_id = ${argument('site_id')} AND own.author_id = alike.author_id
          AND own.status = 'approved'
      ) THEN 1 ELSE 0 END AS established
    FROM (${alike(argument, 'each once')}) AS alike`,
);
