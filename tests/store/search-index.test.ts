import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openStore } from '../../src/store/open.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';

let folder: string;
let path: string;
let service: TestApp;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatepost-search-'));
  path = join(folder, 'a.db');
  service = await startTestApp({}, `sqlite:${path}`);
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

async function submit(external_id: string, body: string): Promise<void> {
  await service.cms.post('/v1/comments', aComment({ external_id, body }));
}

const found = async (text: string): Promise<readonly string[]> => {
  const { body } = await service.moderator.get(`/v1/comments?text=${text}`);
  return body.data.map((each: { external_id: string }) => each.external_id);
};

describe('The index of words in a file of SQLite', () => {
  it('has nothing of a text that was erased, not even in its bytes', async () => {
    const author = { external_id: 'jane', name: 'Jane' };
    const body = 'Quillfeather said so, and quillfeathers will say it again.';
    const sent = await service.cms.post('/v1/comments', aComment({ author, body }));
    await submit('other', 'A remark of somebody else.');
    const asked = { confirm: sent.body.comment.author.id, keep_texts: false, keep_blocks: false };
    await service.admin.post('/v1/authors/jane/erase', asked);
    expect(await found('quill*')).toEqual([]);
    const file = new Sqlite(path);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.exec(`INSERT INTO comment_words (comment_words, rank) VALUES ('integrity-check', 1)`);
    file.close();
    expect(readFileSync(path, 'latin1')).not.toMatch(/uillf|illfea|lfeather/u);
  });

  it('is right after the file was made compact, which may give rows other numbers', async () => {
    for (const at of [1, 2, 3, 4]) await submit(`c${at}`, `Remark number${at} on the ferry.`);
    const file = new Sqlite(path);
    file.exec(`DELETE FROM comments WHERE external_id IN ('c1', 'c3')`);
    file.exec('VACUUM');
    file.exec(`INSERT INTO comment_words (comment_words, rank) VALUES ('integrity-check', 1)`);
    file.close();
    const { store } = service.deps;
    const on = { filter: {}, page: { cursor: null, limit: 10 } };
    const after = await store.comments.search('default', 'ferry', on);
    expect(after.map((each) => each.external_id)).toEqual(['c4', 'c2']);
    const exact = await store.comments.search('default', 'number4', on);
    expect(exact.map((each) => each.external_id)).toEqual(['c4']);
  });

  it('is right when a comment is changed or gone before its words were entered', async () => {
    for (const at of [1, 2, 3]) await submit(`c${at}`, `Remark number${at} on the ferry.`);
    const file = new Sqlite(path);
    const copyOf = (at: number): string => {
      const columns = file.pragma('table_info(comments)') as { readonly name: string }[];
      const named = columns.map(({ name }) => name);
      const made = { comment_id: `'cmt_${at}'`, external_id: `'copy${at}'` };
      const values = named.map((name) => name in made ? made[name as keyof typeof made] : name);
      return `INSERT INTO comments (${named.join()}) SELECT ${values.join()} FROM comments
        WHERE external_id = 'c${at}'`;
    };
    file.pragma('foreign_keys = ON');
    file.exec(`BEGIN; ${copyOf(1)}; ${copyOf(2)}; ${copyOf(3)};
      UPDATE comments SET search_text = 'nothing but gulls' WHERE external_id IN ('copy1', 'c1');
      DELETE FROM comments WHERE external_id = 'copy2'; COMMIT`);
    file.close();
    // Whoever commits next enters them.
    await submit('c4', 'Remark number4 on the ferry.');
    expect(await found('gulls')).toEqual(['copy1', 'c1']);
    expect(await found('ferry')).toEqual(['c4', 'copy3', 'c3', 'c2']);
    const after = new Sqlite(path);
    after.exec(`INSERT INTO comment_words (comment_words, rank) VALUES ('integrity-check', 1)`);
    expect(after.prepare('SELECT * FROM comment_words_due').all()).toEqual([]);
    after.close();
  });

  it('is made for the comments that a database from before has', async () => {
    await submit('old', 'The CAFÉ by the bridge.');
    const file = new Sqlite(path);
    file.exec(`DROP TRIGGER comment_words_insert; DROP TRIGGER comment_words_update;
      DROP TRIGGER comment_words_delete; DROP TABLE comment_words; DROP TABLE comment_words_due;
      UPDATE comments SET search_text = 'the café by the bridge.';
      DELETE FROM schema_migrations WHERE version IN (4, 10)`);
    file.close();
    const { store, migrate, close } = await openStore(`sqlite:${path}`, { clock: () => 0 });
    expect(await migrate()).toEqual(['0004_search.sql', '0010_words_together.sql']);
    const on = { filter: {}, page: { cursor: null, limit: 10 } };
    expect(await store.comments.search('default', 'cafe bridge', on)).toHaveLength(1);
    await close();
  });
});
