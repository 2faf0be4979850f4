import { sql } from 'kysely';

import type { KnownAs } from '../domain/erasure.js';
import type { Block } from '../domain/block.js';
import { emailKey } from '../domain/identity.js';
import type { Database } from './database.js';

/** What is held of a person beside the comments: taken away when that person is erased. */
export interface PersonStore {
  /** Moderators' notes about the author; deleted. */
  deleteNotes(siteId: string, authorId: string): Promise<void>;
  /** What the author was warned of. */
  emptyWarnings(siteId: string, authorId: string): Promise<void>;
  /**
   * Who reported: a value that nobody has elsewhere takes the place of the reader's id, so that one
   * reader still counts once. What the reader wrote goes.
   */
  disownReports(siteId: string, reporter: string, pseudonym: string): Promise<void>;
  /** Who alleged illegal content; the explanation goes where the notice is decided. */
  disownNotices(siteId: string, known: Omit<KnownAs, 'name'>): Promise<void>;
  /**
   * Takes what blocks say of a person: the reason of those on the author, and value and reason of
   * those on what the person was known by.
   */
  emptyBlocks(siteId: string, ids: readonly string[], emptied: 'reason' | 'value'): Promise<void>;
  /** Blocks of these kinds and compared values, in force or past, newest first, at most `limit`. */
  blocksOn(siteId: string, on: BlocksOn): Promise<readonly Pick<Block, 'id' | 'lifted_at'>[]>;
  /**
   * One step through remembered answers, oldest first: takes those that mention the author, and
   * answers the time to go on from; null after the last.
   */
  forgetAnswers(siteId: string, mention: string, step: Step): Promise<string | null>;
}

export interface BlocksOn {
  readonly kind: Block['kind'];
  readonly compared: string;
  readonly limit: number;
}

export interface Step {
  readonly after: string;
  readonly limit: number;
}

export function personStore(db: Database): PersonStore {
  return {
    deleteNotes: async (siteId, authorId) => {
      await db
        .deleteFrom('notes')
        .where('site_id', '=', siteId)
        .where('object_kind', '=', 'author')
        .where('object_id', '=', authorId)
        .execute();
    },
    emptyWarnings: async (siteId, authorId) => {
      await db
        .updateTable('warnings')
        .set({ message: '' })
        .where('site_id', '=', siteId)
        .where('author_id', '=', authorId)
        .execute();
    },
    disownReports: async (siteId, reporter, pseudonym) => {
      await db
        .updateTable('reports')
        .set({ reporter_external_id: pseudonym, text: null })
        .where('site_id', '=', siteId)
        .where('reporter_external_id', '=', reporter)
        .execute();
    },
    disownNotices: disownNotices(db),
    ...blocks(db),
    forgetAnswers: forgetAnswers(db),
  };
}

function disownNotices(db: Database): PersonStore['disownNotices'] {
  return async (siteId, { external_id, email }) => {
    await db
      .updateTable('notices')
      .set(({ eb }) => ({
        notifier_name: null,
        notifier_email: null,
        notifier_email_key: null,
        notifier_external_id: null,
        explanation: eb
          .case()
          .when('decided_at', 'is', null)
          .then(eb.ref('explanation'))
          .else('')
          .end(),
      }))
      .where('site_id', '=', siteId)
      .where((eb) =>
        eb.or([
          eb('notifier_external_id', '=', external_id),
          eb('notifier_email_key', '=', email === null ? null : emailKey(email)),
        ]),
      )
      .execute();
  };
}

function blocks(db: Database): Pick<PersonStore, 'emptyBlocks' | 'blocksOn'> {
  return {
    emptyBlocks: async (siteId, ids, emptied) => {
      if (ids.length === 0) return;
      const where = sql`WHERE site_id = ${siteId} AND block_id IN (${sql.join(ids)})`;
      if (emptied === 'reason') {
        await sql`UPDATE blocks SET reason = '', note = NULL, lift_reason = NULL ${where}`.execute(db);
        return;
      }
      await sql`UPDATE blocks SET reason = '', note = NULL, lift_reason = NULL, value = 'erased ' || block_id,
        range_start = 'erased ' || block_id, range_end = 'erased ' || block_id ${where}`.execute(db);
    },
    blocksOn: async (siteId, { kind, compared, limit }) => {
      const rows = await db
        .selectFrom('blocks')
        .select(['block_id', 'lifted_at'])
        .where('site_id', '=', siteId)
        .where('kind', '=', kind)
        .where('range_start', '=', compared)
        .orderBy('block_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ block_id, lifted_at }) => ({ id: block_id, lifted_at }));
    },
  };
}

function forgetAnswers(db: Database): PersonStore['forgetAnswers'] {
  return async (siteId, mention, { after, limit }) => {
    const last = await db
      .selectFrom('idempotent_answers')
      .select('created_at')
      .where('site_id', '=', siteId)
      .where('created_at', '>', after)
      .orderBy('created_at')
      .offset(limit - 1)
      .limit(1)
      .executeTakeFirst();
    let query = db
      .deleteFrom('idempotent_answers')
      .where('site_id', '=', siteId)
      .where('created_at', '>', after)
      .where(sql<boolean>`replace(body, ${mention}, '') <> body`);
    // Those of one moment are taken together: the next step goes on after it.
    if (last !== undefined) query = query.where('created_at', '<=', last.created_at);
    await query.execute();
    return last?.created_at ?? null;
  };
}
