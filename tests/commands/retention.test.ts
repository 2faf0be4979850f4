import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { putPolicy } from '../../src/operations/put-policy.js';
import { openStore } from '../../src/store/open.js';
import { testDeps } from '../support/deps.js';
import { CALLER, submitted } from '../support/replaying.js';
import { databaseFolder, runCommand } from '../support/service.js';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let rejected: string[] = [];
beforeEach(async () => {
  folder = await databaseFolder();
  const { deps, close } = await testDeps();
  // Long ago by the clock of the command.
  const clock = (): number => Date.parse('2020-03-01T12:00:00Z');
  const database = await openStore(url(), { clock });
  await database.migrate();
  const real = { ...deps, clock, store: database.store };
  await ensureFirstRun(real, { adminKey: null });
  await putPolicy(real, {
    ...{ caller: CALLER, if_version: null },
    document: { retention: { rejected_body_days: 30 } },
  });
  rejected = [];
  for (let at = 0; at < 3; at += 1) {
    const { comment } = await submitted(real, { body: `This is fucking late, number ${at}.` });
    rejected.push(comment.id);
  }
  await database.close();
  await close();
});
afterEach(async () => folder.remove());

const url = (): string => folder.env['DATABASE_URL'] ?? '';

/** Runs one statement on the file, as no operation of ours would. */
function written(statement: string, ...values: readonly string[]): void {
  const db = new BetterSqlite3(url().replace(/^sqlite:/u, ''));
  db.prepare(statement).run(...values);
  db.close();
}

const left = (): number => {
  const db = new BetterSqlite3(url().replace(/^sqlite:/u, ''));
  const row = db.prepare("SELECT count(*) AS n FROM comments WHERE body <> ''").get();
  db.close();
  return (row as { n: number }).n;
};

const retention = async (...args: string[]) => runCommand(['retention', ...args], folder.env);

describe('gatepost retention', () => {
  it('says with --dry-run what would go, and erases it without', async () => {
    const dry = await retention('--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.said).toContain('default\trejected_texts\t3\n');
    expect(left()).toBe(3);
    expect((await retention('--site', 'default')).said).toContain('rejected_texts\t3\n');
    expect(left()).toBe(0);
    expect((await retention()).said).toContain('rejected_texts\t0\n');
  });

  it('leaves texts over which an appeal or a notice is open', async () => {
    const [appealed = '', noticed = ''] = rejected;
    const at = '2020-03-02T12:00:00.000Z';
    written(
      `INSERT INTO appeals (site_id, appeal_id, comment_id, decision_id, author_id, text, status,
        created_at) VALUES ('default', 'apl_1', ?, 'dec_1', 'aut_1', 'No.', 'open', ?)`,
      appealed,
      at,
    );
    written(
      `INSERT INTO notices (site_id, notice_id, comment_id, comment_version, explanation, status,
        created_at) VALUES ('default', 'ntc_1', ?, 1, 'Libel.', 'open', ?)`,
      noticed,
      at,
    );
    expect((await retention()).said).toContain('rejected_texts\t1\n');
    written("UPDATE appeals SET status = 'upheld', resolved_at = ?", at);
    written("UPDATE notices SET status = 'decided', decided_at = ?", at);
    expect((await retention()).said).toContain('rejected_texts\t2\n');
  });

  it('names a site or an argument that it does not know', async () => {
    expect(await retention('--site', 'no')).toMatchObject({
      ...{ code: 2, said: expect.stringContaining('there is no site "no"') },
    });
    expect((await retention('--all')).code).toBe(2);
  });
});
