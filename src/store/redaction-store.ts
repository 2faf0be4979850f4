import { sql } from 'kysely';

import { ERASED_NAME } from '../domain/erasure.js';
import type { Database } from './database.js';

/** What takes personal data away for good. Every list of ids is a step of bounded size. */
export interface RedactionStore {
  /** The ids of an author's comments after one, in their order; empty for the first. */
  commentsOf(siteId: string, authorId: string, step: Step): Promise<readonly string[]>;
  /**
   * Takes the texts of comments: body, earlier texts, the words that were found in them, what
   * readers wrote about them, what the engine knew, and what could recognise them again.
   */
  texts(siteId: string, commentIds: readonly string[], now: string): Promise<void>;
  /** Takes the addresses that comments came from. */
  addresses(siteId: string, commentIds: readonly string[]): Promise<void>;
  /**
   * Takes from comments whose they are, and all that people wrote beside them: earlier texts,
   * notes, reasons, reports and appeals. `reasonsKept` are beginnings of reasons that are a code
   * of ours, which stay without what follows.
   */
  identities(
    siteId: string,
    commentIds: readonly string[],
    reasonsKept: readonly string[],
  ): Promise<void>;
}

export interface Step {
  readonly after: string;
  readonly limit: number;
}

export function redactionStore(db: Database): RedactionStore {
  return {
    commentsOf: async (siteId, authorId, { after, limit }) => {
      const rows = await db
        .selectFrom('comments')
        .select('comment_id')
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .where('comment_id', '>', after)
        .orderBy('comment_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.comment_id);
    },
    texts: texts(db),
    addresses: addresses(db),
    identities: identities(db),
  };
}

/** The beginning of an update of a table's rows that belong to some comments. */
const of = (siteId: string, ids: readonly string[]) =>
  sql`WHERE site_id = ${siteId} AND comment_id IN (${sql.join(ids)})`;

function texts(db: Database): RedactionStore['texts'] {
  return async (siteId, ids, now) => {
    if (ids.length === 0) return;
    const where = of(siteId, ids);
    await sql`UPDATE comments SET body = '', search_text = '', sketch = NULL, near_key_1 = NULL,
      near_key_2 = NULL, seal = NULL, redacted_at = ${now},
      fingerprint = 'erased ' || comment_id ${where}`.execute(db);
    await sql`UPDATE revisions SET body = '' ${where}`.execute(db);
    await sql`UPDATE findings SET terms = '[]', spans = '[]' ${where}`.execute(db);
    await sql`UPDATE decisions SET facts = NULL ${where}`.execute(db);
    await sql`UPDATE reports SET text = NULL ${where}`.execute(db);
  };
}

function addresses(db: Database): RedactionStore['addresses'] {
  return async (siteId, ids) => {
    if (ids.length === 0) return;
    const where = of(siteId, ids);
    await sql`UPDATE comments SET author_ip = NULL, user_agent = NULL ${where}`.execute(db);
    // The digest of a decision in the record covers the words of its findings: without the words
    // it can be compared no more, and must not seem altered.
    const quoted = sql`field IN ('author.ip', 'author.user_agent')
      AND (terms <> '[]' OR spans <> '[]')`;
    await sql`UPDATE comments SET seal = NULL ${where} AND EXISTS (SELECT 1 FROM findings AS f
      WHERE f.site_id = comments.site_id AND f.comment_id = comments.comment_id
      AND ${quoted})`.execute(db);
    await sql`UPDATE findings SET terms = '[]', spans = '[]' ${where} AND ${quoted}`.execute(db);
  };
}

function identities(db: Database): RedactionStore['identities'] {
  return async (siteId, ids, reasonsKept) => {
    if (ids.length === 0) return;
    const where = of(siteId, ids);
    const kept = reasonsKept.map(
      (start) => sql`WHEN substr(reason, 1, ${start.length}) = ${start} THEN ${start}`,
    );
    // Digests of decisions and earlier texts are keyed with the seal: they must tell nothing now.
    await sql`UPDATE comments SET author_name = ${ERASED_NAME}, author_email = NULL,
      author_url = NULL, author_ip = NULL, user_agent = NULL, metadata = NULL,
      seal = NULL ${where}`.execute(db);
    await sql`UPDATE revisions SET body = '' ${where}`.execute(db);
    await sql`UPDATE findings SET terms = '[]', spans = '[]' ${where}
      AND field IS NOT NULL AND field <> 'body'`.execute(db);
    await sql`UPDATE decisions SET facts = NULL, note = NULL,
      reason = CASE ${sql.join(kept, sql` `)} ELSE NULL END,
      actor_name = CASE actor_kind WHEN 'author' THEN ${ERASED_NAME} ELSE actor_name END
      ${where}`.execute(db);
    await sql`UPDATE reports SET text = NULL ${where}`.execute(db);
    await sql`UPDATE appeals SET text = '', outcome_reason = NULL ${where}`.execute(db);
    await sql`DELETE FROM notes WHERE site_id = ${siteId} AND object_kind = 'comment'
      AND object_id IN (${sql.join(ids)})`.execute(db);
  };
}
