import { type SelectQueryBuilder, sql } from 'kysely';

import { emailKey } from '../domain/identity.js';
import type { Database } from './database.js';
import type { Tables } from './schema.js';

/** A row as it is exported: columns by their names. */
export type ExportedRow = Readonly<Record<string, string | number | null>>;

/** What belongs to one comment, by what it is. */
export interface CommentParts {
  readonly revisions: readonly ExportedRow[];
  readonly decisions: readonly ExportedRow[];
  readonly findings: readonly ExportedRow[];
  readonly reports: readonly ExportedRow[];
  readonly notices: readonly ExportedRow[];
  readonly appeals: readonly ExportedRow[];
  readonly notes: readonly ExportedRow[];
}

/** One page of a list: after a row's id, or from the beginning. */
export interface ExportPage {
  readonly after: string;
  readonly limit: number;
}

/** A list about one person that is read in pages, each ordered by `id`. */
export type PersonalList = 'warnings' | 'notes' | 'audit' | 'reports_made';

/**
 * All that is held about an author, in pages. Where others had a part in it, it tells what they
 * said and did and not who they are.
 */
export interface ExportStore {
  comments(siteId: string, authorId: string, page: ExportPage): Promise<readonly ExportedRow[]>;
  /** Of all these comments together; each row names its comment. */
  partsOf(siteId: string, commentIds: readonly string[]): Promise<CommentParts>;
  /** `key` is the author's id; for `reports_made` the CMS's id of the reader. */
  list(
    siteId: string,
    of: { readonly list: PersonalList; readonly key: string },
    page: ExportPage,
  ): Promise<readonly ExportedRow[]>;
  noticesMade(
    siteId: string,
    by: { readonly external_id: string | null; readonly email: string | null },
  ): Promise<readonly ExportedRow[]>;
  /** Addresses that comments of the author came from, at most `limit`. */
  addresses(siteId: string, authorId: string, limit: number): Promise<readonly string[]>;
}

export function exportStore(db: Database): ExportStore {
  return {
    comments: async (siteId, authorId, { after, limit }) =>
      db
        .selectFrom('comments as c')
        .innerJoin('threads as t', (join) =>
          join.onRef('t.site_id', '=', 'c.site_id').onRef('t.thread_id', '=', 'c.thread_id'),
        )
        .select(['c.comment_id as id', 'c.external_id', 'c.thread_id'])
        .select(['t.external_id as thread_external_id', 't.url as thread_url'])
        .select(['c.parent_id', 'c.body', 'c.status', 'c.version', 'c.locale', 'c.author_name'])
        .select(['c.author_email', 'c.author_url', 'c.author_ip', 'c.user_agent'])
        .select(['c.accepted_policy_version', 'c.metadata', 'c.created_at', 'c.received_at'])
        .select(['c.edited_at', 'c.deleted_at', 'c.shadowed_at', 'c.redacted_at'])
        .where('c.site_id', '=', siteId)
        .where('c.author_id', '=', authorId)
        .where('c.comment_id', '>', after)
        .orderBy('c.comment_id')
        .limit(limit)
        .execute(),
    partsOf: partsOf(db),
    list: async (siteId, { list, key }, { after, limit }) =>
      LISTS[list](db, { siteId, key, after }).limit(limit).execute(),
    noticesMade: async (siteId, { external_id, email }) =>
      db
        .selectFrom('notices')
        .select(['notice_id as id', 'comment_id', 'url', 'explanation', 'law', 'notifier_name'])
        .select(['notifier_email', 'notifier_external_id', 'created_at', 'status', 'decided_at'])
        .select('answer')
        .where('site_id', '=', siteId)
        .where((eb) =>
          eb.or([
            eb('notifier_external_id', '=', external_id),
            eb('notifier_email_key', '=', email === null ? null : emailKey(email)),
          ]),
        )
        .orderBy('notice_id')
        .execute(),
    addresses: async (siteId, authorId, limit) => {
      const rows = await db
        .selectFrom('comments')
        .select('author_ip')
        .distinct()
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .where('author_ip', 'is not', null)
        .limit(limit)
        .execute();
      return rows.flatMap(({ author_ip }) => (author_ip === null ? [] : [author_ip]));
    },
  };
}

type PartTable = 'revisions' | 'decisions' | 'findings' | 'reports' | 'notices' | 'appeals';

function partsOf(db: Database): ExportStore['partsOf'] {
  return async (siteId, ids) => {
    // Ordered by comment first: else an index of the whole site is read for the order's sake.
    const about = (table: PartTable) =>
      sql`FROM ${sql.table(table)} WHERE site_id = ${siteId} AND comment_id IN (${sql.join(ids)})`;
    const rows = async (text: ReturnType<typeof sql<ExportedRow>>) => (await text.execute(db)).rows;
    return {
      revisions: await rows(sql<ExportedRow>`SELECT comment_id, version, body, replaced_at
        ${about('revisions')} ORDER BY comment_id, version`),
      decisions: await rows(sql<ExportedRow>`SELECT comment_id, decision_id AS id, comment_version,
        actor_kind, action, status, shadowed_at, reason, note, standard, legal_ground, block_id,
        policy_version, facts, supersedes, restores, created_at
        ${about('decisions')} ORDER BY comment_id, comment_version`),
      findings: await rows(sql<ExportedRow>`SELECT comment_id, decision_id, rule, standard, reason,
        outcome, action, message, field, spans, terms
        ${about('findings')} ORDER BY comment_id, decision_id, position`),
      reports: await rows(sql<ExportedRow>`SELECT comment_id, report_id AS id, reason, text,
        created_at, settled_at, outcome ${about('reports')} ORDER BY comment_id, report_id`),
      notices: await rows(sql<ExportedRow>`SELECT comment_id, notice_id AS id, explanation, law,
        created_at, status, decided_at ${about('notices')} ORDER BY comment_id, notice_id`),
      appeals: await rows(sql<ExportedRow>`SELECT comment_id, appeal_id AS id, decision_id, text,
        status, created_at, resolved_at, outcome_reason ${about('appeals')} ORDER BY comment_id, appeal_id`),
      notes: await rows(sql<ExportedRow>`SELECT object_id AS comment_id, note_id AS id, body,
        created_at FROM notes WHERE site_id = ${siteId} AND object_kind = 'comment'
        AND object_id IN (${sql.join(ids)}) ORDER BY object_id, note_id`),
    };
  };
}

interface Place {
  readonly siteId: string;
  readonly key: string;
  readonly after: string;
}

type Listing = Pick<SelectQueryBuilder<Tables, keyof Tables, ExportedRow>, 'limit' | 'execute'>;

const LISTS: Readonly<Record<PersonalList, (db: Database, place: Place) => Listing>> = {
  warnings: (db, { siteId, key, after }) =>
    db
      .selectFrom('warnings')
      .select(['warning_id as id', 'comment_id', 'message', 'created_at', 'acknowledged_at'])
      .where('site_id', '=', siteId)
      .where('author_id', '=', key)
      .where('warning_id', '>', after)
      .orderBy('warning_id'),
  notes: (db, { siteId, key, after }) =>
    db
      .selectFrom('notes')
      .select(['note_id as id', 'body', 'created_at'])
      .where('site_id', '=', siteId)
      .where('object_kind', '=', 'author')
      .where('object_id', '=', key)
      .where('note_id', '>', after)
      .orderBy('note_id'),
  audit: (db, { siteId, key, after }) =>
    db
      .selectFrom('audit_entries')
      .select(['sequence as id', 'kind', 'actor_kind', 'object_kind', 'object_id', 'comment_id'])
      .select(['before_state', 'after_state', 'created_at'])
      .where('site_id', '=', siteId)
      .where('author_id', '=', key)
      .where('sequence', '>', Number(after))
      .orderBy('sequence'),
  reports_made: (db, { siteId, key, after }) =>
    db
      .selectFrom('reports')
      .select(['report_id as id', 'comment_id', 'reason', 'text', 'created_at', 'settled_at'])
      .select('outcome')
      .where('site_id', '=', siteId)
      .where('reporter_external_id', '=', key)
      .where('report_id', '>', after)
      .orderBy('report_id'),
};
