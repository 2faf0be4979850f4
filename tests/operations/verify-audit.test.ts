import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entryHash } from '../../src/domain/audit-chain.js';
import type { AuditEntry, ChainHead } from '../../src/domain/audit.js';
import { type Verified, verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { databaseFolder, runCommand } from '../support/service.js';

const QUIET = { onProgress: () => undefined };

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: TestApp;
let file: BetterSqlite3.Database;
let head: ChainHead;
let rejected: { id: string };

beforeAll(async () => {
  folder = await databaseFolder();
  const url = folder.env['DATABASE_URL'] ?? '';
  service = await startTestApp({}, url);
  file = new BetterSqlite3(url.replace(/^sqlite:/u, ''));
  const { cms, moderator, admin } = service;
  const sent = [];
  for (let count = 0; count < 6; count += 1) {
    service.pass(1);
    sent.push((await cms.post('/v1/comments', aComment({ external_id: `c-${count}` }))).body.comment);
  }
  rejected = sent[2];
  await moderator.post(`/v1/comments/${rejected.id}/reject`, { seen_version: 1, note: 'rude' });
  await cms.patch('/v1/comments/c-3', { body: 'A second thought on the bridge.' });
  await moderator.post(`/v1/authors/${sent[4].author.id}/block`, { mode: 'hold', reason: 'ads' });
  await admin.put('/v1/policy', { preset: 'strict' }, { 'if-match': '*' });
  await admin.put('/v1/threads/article-1', { state: 'closed' });
  for (const [comment, action, seen_version] of [
    ['c-0', 'remove', 1],
    ['c-2', 'keep', 2],
  ] as const) {
    const { body: notice } = await cms.post(`/v1/comments/${comment}/notices`, {
      notifier: { name: 'Ada Byron', email: 'ada@example.org' },
      explanation: 'It says what no court has ever found.',
      law: '§ 186 StGB',
      good_faith: true,
    });
    const answer = { action, reason: 'as the law has it', seen_version };
    expect((await moderator.post(`/v1/notices/${notice.id}/decide`, answer)).status).toBe(200);
  }
  head = (await moderator.get('/v1/audit/head')).body;
});
afterAll(async () => {
  file.close();
  await service.close();
  await folder.remove();
});

const verified = async (known: ChainHead | null = null): Promise<Verified> =>
  verifyAudit(service.deps, { site_id: 'default', known }, QUIET);

/** What verifying says of a database that somebody changed; the change is taken back. */
async function afterTampering(
  tamper: () => void,
  known: ChainHead | null = null,
  see: (found: Verified) => void = () => undefined,
): Promise<Verified['problems']> {
  const kept = ['audit_entries', 'audit_heads', 'decisions', 'comments', 'policies', 'findings'];
  for (const table of kept) file.exec(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  try {
    tamper();
    // What another connection writes is seen from the next turn of the event loop on.
    await new Promise(setImmediate);
    const found = await verified(known);
    see(found);
    return found.problems;
  } finally {
    for (const table of kept) {
      file.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table};
        DROP TABLE kept_${table}`);
    }
  }
}

const sql = (text: string, ...values: unknown[]): void => {
  file.prepare(text).run(...values);
};

/** What somebody would do who knows how entries are hashed: the rest of the chain made anew. */
function rechained(from: number): void {
  const rows = file
    .prepare('SELECT * FROM audit_entries WHERE site_id = ? AND sequence >= ? ORDER BY sequence')
    .all('default', from) as (Omit<AuditEntry, 'id'> & { entry_id: string })[];
  let previous_hash = rows[0]?.previous_hash ?? '';
  for (const { entry_id, hash: _, ...row } of rows) {
    const hash = entryHash('default', { ...row, id: entry_id, previous_hash });
    sql(
      'UPDATE audit_entries SET previous_hash = ?, hash = ? WHERE site_id = ? AND sequence = ?',
      ...[previous_hash, hash, 'default', row.sequence],
    );
    previous_hash = hash;
  }
}

describe('A record that nobody touched (verifyAudit)', () => {
  it('is whole, and every comment is as recorded', async () => {
    expect(await verified(head)).toEqual({
      ...{ site_id: 'default', ended: 'complete', entries: head.sequence, comments: 6 },
      ...{ unsealed: 0, head, problems: [] },
    });
  });

  it('is whole for who noted an earlier end of it', async () => {
    const { body } = await service.moderator.get('/v1/audit?limit=3');
    expect((await verified(body.data[2])).problems).toEqual([]);
  });

  it('has no text, name, address or secret in it', async () => {
    const rows = file.prepare('SELECT * FROM audit_entries').all();
    const said = JSON.stringify(rows);
    for (const part of ['second thought', 'question number', 'Reader', 'rude', 'ads', 'gp_']) {
      expect(said).not.toContain(part);
    }
  });
});

describe('Whatever is done to an entry is found, and the entry named:', () => {
  const columns = [
    ['entry_id', 'evt_other'],
    ['kind', 'comment.held'],
    ['actor_kind', 'moderator'],
    ['actor_id', 'someone-else'],
    ['object_kind', 'author'],
    ['object_id', 'cmt_other'],
    ['comment_id', 'cmt_other'],
    ['author_id', 'aut_other'],
    ['before_state', '{"status":"approved","version":9}'],
    ['after_state', '{"status":"approved","version":9}'],
    ['created_at', '2026-11-23T12:00:09.000Z'],
    ['hash', 'f'.repeat(64)],
    ['previous_hash', 'f'.repeat(64)],
  ] as const;

  it.each(columns)('another %s', async (column, value) => {
    const problems = await afterTampering(() => {
      sql(`UPDATE audit_entries SET ${column} = ? WHERE sequence = 7`, value);
    });
    expect(problems).toMatchObject([{ sequence: 7 }]);
  });

  it.each([
    ['the first', 1, 'the entry 1 is missing'],
    ['one in the middle', 6, 'the entry 6 is missing'],
  ])('%s taken out', async (_, sequence, what) => {
    const problems = await afterTampering(() => {
      sql('DELETE FROM audit_entries WHERE sequence = ?', sequence);
    });
    expect(problems).toMatchObject([{ sequence: sequence + 1, what }]);
  });

  it('the last taken out', async () => {
    const problems = await afterTampering(() => {
      sql('DELETE FROM audit_entries WHERE sequence = ?', head.sequence);
    });
    const what = `the record ends at ${head.sequence - 1}; it was known to reach ${head.sequence}`;
    expect(problems).toEqual([{ sequence: head.sequence, entry_id: null, what }]);
  });

  it('two that changed places', async () => {
    const problems = await afterTampering(() => {
      sql('UPDATE audit_entries SET sequence = 1000 WHERE sequence = 5');
      sql('UPDATE audit_entries SET sequence = 5 WHERE sequence = 6');
      sql('UPDATE audit_entries SET sequence = 6 WHERE sequence = 1000');
    });
    expect(problems).toMatchObject([{ sequence: 5 }]);
  });

  it('a change with the rest of the chain made anew, by the end that is kept beside it', async () => {
    const problems = await afterTampering(() => {
      sql("UPDATE audit_entries SET actor_id = 'nobody' WHERE sequence = 6");
      rechained(6);
    });
    const what = 'its hash is not the one that was noted for it';
    expect(problems).toMatchObject([{ sequence: head.sequence, what }]);
  });

  it('the same with that end made anew too, by the end that was noted elsewhere', async () => {
    const problems = await afterTampering(() => {
      sql("UPDATE audit_entries SET actor_id = 'nobody' WHERE sequence = 6");
      rechained(6);
      sql('UPDATE audit_heads SET hash = (SELECT hash FROM audit_entries WHERE sequence = ?)',
        head.sequence);
    }, head);
    expect(problems).toMatchObject([{ sequence: head.sequence }]);
  });

  it('an end cut off, with the end that is kept beside it', async () => {
    const problems = await afterTampering(() => {
      sql('DELETE FROM audit_entries WHERE sequence = ?', head.sequence);
      sql('UPDATE audit_heads SET sequence = sequence - 1, hash = (SELECT hash FROM ' +
        'audit_entries WHERE sequence = ?)', head.sequence - 1);
    }, head);
    expect(problems).toMatchObject([{ sequence: head.sequence, entry_id: null }]);
  });
});

describe('Whatever is done to what the record tells of is found:', () => {
  const ofRejected = () => [rejected.id] as const;

  it.each([
    ['a note', "UPDATE decisions SET note = 'polite'", 'is not as it was recorded'],
    ['a reason', "UPDATE decisions SET reason = 'none'", 'is not as it was recorded'],
    ['who decided', "UPDATE decisions SET actor_name = 'Eve'", 'is not as it was recorded'],
    ['a status', "UPDATE comments SET status = 'approved'", 'does not stand as it was decided'],
    ['a text', "UPDATE comments SET body = 'You are all fools.'", 'is not the one that came in'],
    ['a decision gone', 'DELETE FROM decisions', 'its decision is gone'],
    ['a comment gone', 'DELETE FROM comments', 'is gone'],
  ])('%s', async (_, change, what) => {
    const problems = await afterTampering(() => {
      sql(`${change} WHERE comment_id = ?`, ...ofRejected());
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.what).toContain(what);
    expect(problems[0]?.entry_id).toMatch(/^evt_/u);
  });

  it('a decision that nobody took', async () => {
    const problems = await afterTampering(() => {
      sql(`INSERT INTO decisions SELECT site_id, 'dec_forged', comment_id, 9, actor_kind, actor_id,
        actor_name, action, status, shadowed_at, reason, note, policy_version, policy_digest, facts,
        supersedes, created_at, standard, legal_ground, block_id, restores FROM decisions
        WHERE comment_id = ? LIMIT 1`, ...ofRejected());
    });
    const what = 'the decision dec_forged is not on record';
    expect(problems).toEqual([{ sequence: null, entry_id: null, what }]);
  });

  it('a version of the policy', async () => {
    const problems = await afterTampering(() => {
      sql("UPDATE policies SET document = replace(document, 'strict', 'open') WHERE version = 2");
    });
    expect(problems[0]?.what).toBe('version 2 of the policy is not the one recorded');
  });

  it('and no more than can be read is named', async () => {
    const problems = await afterTampering(() => sql("UPDATE decisions SET note = 'x'"));
    expect(problems.length).toBeLessThanOrEqual(20);
  });
});

describe('A text that was erased', () => {
  it('leaves the record whole', async () => {
    const problems = await afterTampering(() => {
      sql("UPDATE comments SET body = '', seal = NULL, redacted_at = '2026-11-24T00:00:00.000Z'");
    });
    expect(problems).toEqual([]);
  });

  it('is counted among those that prove nothing', async () => {
    let unsealed = 0;
    await afterTampering(() => {
      sql('UPDATE comments SET seal = NULL WHERE comment_id = ?', rejected.id);
    }, null, (found) => {
      unsealed = found.unsealed;
    });
    expect(unsealed).toBe(1);
  });
});

describe('gatepost verify-audit', () => {
  it('says that the record is whole and gives its end', async () => {
    const { code, said } = await runCommand(['verify-audit'], folder.env);
    expect(said).toContain(`default: whole, ${head.sequence} entries, 6 comments as recorded; head`);
    expect(said).toContain(`head ${head.sequence}:${head.hash}`);
    expect(code).toBe(0);
  });

  it('names what is not, and ends with 1', async () => {
    file.exec('CREATE TABLE kept AS SELECT * FROM audit_entries');
    sql("UPDATE audit_entries SET actor_id = 'nobody' WHERE sequence = 4");
    const { code, said } = await runCommand(['verify-audit', '--site', 'default'], folder.env);
    file.exec('DELETE FROM audit_entries; INSERT INTO audit_entries SELECT * FROM kept');
    expect(said).toMatch(/default: NOT WHOLE: entry 4: evt_\w+: what it says is not what was hashed/u);
    expect(code).toBe(1);
  });

  it.each([
    [['--head', '4:abc', '--site', 'default'], '--head must be SEQUENCE:HASH'],
    [['--head', `4:${'0'.repeat(64)}`], '--head needs --site'],
    [['--site', 'nowhere'], 'there is no site "nowhere"'],
    [['--what'], "Unknown option '--what'"],
  ])('is called with %j', async (args, why) => {
    const { code, said } = await runCommand(['verify-audit', ...args], folder.env);
    expect(said).toContain(why);
    expect(code).toBe(2);
  });
});
