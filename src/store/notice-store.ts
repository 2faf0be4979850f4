import { sql } from 'kysely';

import { emailKey } from '../domain/identity.js';
import type { Notice, NoticeStatus } from '../domain/notice.js';
import type { PageRequest } from '../domain/page.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { prepared, type Running } from './prepared.js';
import type { NoticeRow } from './schema-desk.js';

/** By what a notifier is known: either is enough. */
export interface NotifierKeys {
  readonly external_id: string | null;
  /** As it was given; case does not count. */
  readonly email: string | null;
}

/** What came of a notice. */
export type NoticeAnswer = Pick<
  Notice,
  'status' | 'decided_at' | 'decided_by' | 'decision_id' | 'answer'
>;

export interface OpenNotices {
  readonly comment_id: string;
  readonly count: number;
  /** How many of them trusted flaggers sent. */
  readonly trusted: number;
}

export interface NoticeStore {
  insert(siteId: string, notice: Notice): Promise<void>;
  get(siteId: string, id: string): Promise<Notice | null>;
  /** Newest first, one more than asked for where there are more. */
  list(
    siteId: string,
    filter: { readonly status: NoticeStatus | null; readonly comment_id: string | null },
    page: PageRequest,
  ): Promise<readonly Notice[]>;
  /** False, and nothing changed, where it is no longer open. */
  answer(siteId: string, id: string, answer: NoticeAnswer): Promise<boolean>;
  /** By comment, for those that have any. */
  openCounts(siteId: string, commentIds: readonly string[]): Promise<readonly OpenNotices[]>;
  /** The open notice of the same person about the comment; null for none. */
  openOf(siteId: string, commentId: string, who: NotifierKeys): Promise<Notice | null>;
}

const OPEN_COUNTS = prepared<OfList>()((db, argument) =>
  db
    .selectFrom('notices')
    .select(({ fn }) => [
      'comment_id',
      fn.countAll().as('count'),
      fn.count('trusted_flagger_at').as('trusted'),
    ])
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'comment_id', argument('ids')))
    .where('status', '=', sql.lit('open'))
    .groupBy('comment_id'),
);

export function noticeStore(db: Database, { run }: Running): NoticeStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('notices').selectAll().where('site_id', '=', siteId);
  return {
    ...ofPeople(db),
    insert: async (siteId, { id, ...rest }) => {
      const { notifier_email } = rest;
      const notifier_email_key = notifier_email === null ? null : emailKey(notifier_email);
      await db
        .insertInto('notices')
        .values({ site_id: siteId, notice_id: id, notifier_email_key, disowned_at: null, ...rest })
        .execute();
    },
    get: async (siteId, id) => {
      const row = await ofSite(siteId).where('notice_id', '=', id).executeTakeFirst();
      return row ? noticeOf(row) : null;
    },
    list: async (siteId, { status, comment_id }, { cursor, limit }) => {
      let query = ofSite(siteId).orderBy('notice_id', 'desc').limit(limit + 1);
      if (status !== null) query = query.where('status', '=', status);
      if (comment_id !== null) query = query.where('comment_id', '=', comment_id);
      if (cursor !== null) query = query.where('notice_id', '<', cursor);
      return (await query.execute()).map(noticeOf);
    },
    answer: async (siteId, id, answer) => {
      const { numUpdatedRows } = await db
        .updateTable('notices')
        .set(({ eb }) => ({
          ...answer,
          // Of a notifier who was erased it was kept for whoever decides, and no longer.
          explanation: eb
            .case()
            .when('disowned_at', 'is', null)
            .then(eb.ref('explanation'))
            .else('')
            .end(),
        }))
        .where('site_id', '=', siteId)
        .where('notice_id', '=', id)
        .where('status', '=', 'open')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    openCounts: async (siteId, commentIds) => {
      if (commentIds.length === 0) return [];
      const ids = listArgument(commentIds);
      const rows = await run(OPEN_COUNTS, { site_id: siteId, ids });
      return rows.map(({ comment_id, count, trusted }) => ({
        comment_id,
        count: Number(count),
        trusted: Number(trusted),
      }));
    },
  };
}

function ofPeople(db: Database): Pick<NoticeStore, 'openOf'> {
  /** A query each, so that each has its index. */
  const queries = (siteId: string, { external_id, email }: NotifierKeys) => {
    const all = db.selectFrom('notices').selectAll().where('site_id', '=', siteId);
    return [
      ...(external_id === null ? [] : [all.where('notifier_external_id', '=', external_id)]),
      ...(email === null ? [] : [all.where('notifier_email_key', '=', emailKey(email))]),
    ];
  };
  return {
    openOf: async (siteId, commentId, who) => {
      for (const query of queries(siteId, who)) {
        const row = await query
          .where('comment_id', '=', commentId)
          .where('status', '=', 'open')
          .limit(1)
          .executeTakeFirst();
        if (row) return noticeOf(row);
      }
      return null;
    },
  };
}

function noticeOf(row: NoticeRow): Notice {
  const { site_id: _, notifier_email_key: __, disowned_at: ___, notice_id, status, ...rest } = row;
  return { ...rest, id: notice_id, status: status as NoticeStatus };
}
