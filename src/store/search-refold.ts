import { MIGRATION_ROWS_AT_ONCE } from '../limits/store.js';
import type { Database } from './database.js';
import { searchWords } from './search-words.js';

/** Writes the words of every comment anew, as `searchWords` reads them now. */
export async function foldTextsAnew(db: Database): Promise<void> {
  let after = { site_id: '', comment_id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('comments')
      .select(['site_id', 'comment_id', 'body'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('site_id', 'comment_id'), '>', tuple(after.site_id, after.comment_id)),
      )
      .orderBy('site_id')
      .orderBy('comment_id')
      .limit(MIGRATION_ROWS_AT_ONCE)
      .execute();
    for (const { site_id, comment_id, body } of rows) {
      await db
        .updateTable('comments')
        .set({ search_text: searchWords(body).join(' ') })
        .where('site_id', '=', site_id)
        .where('comment_id', '=', comment_id)
        .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
