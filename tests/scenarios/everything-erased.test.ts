import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verifyAudit } from '../../src/operations/verify-audit.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { databaseFolder } from '../support/service.js';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: TestApp;
beforeEach(async () => {
  folder = await databaseFolder();
  service = await startTestApp({}, folder.env['DATABASE_URL']);
});
afterEach(async () => {
  await service.close();
  await folder.remove();
});

const MARK = 'Quillfeather';
const ID = `${MARK}-id`;
const OLD_EMAIL = `old-${MARK}@example.org`;
let requests = 0;

/** The answer to a request that must not be refused. */
async function done(sent: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await sent;
  expect([status, body.code]).toEqual([status < 300 ? status : 200, undefined]);
  return body;
}

const post = async (change: Record<string, unknown> = {}, author: Record<string, unknown> = {}) => {
  const person = {
    ...{ external_id: ID, name: `${MARK} Jane`, email: `${MARK}@example.org` },
    ...{ ip: '203.0.113.77', url: `https://${MARK}.example.org/`, user_agent: `${MARK} UA` },
    ...author,
  };
  const sent = aComment({ author: person, metadata: { place: MARK }, ...change });
  requests += 1;
  const once = { 'idempotency-key': `request-${requests}` };
  return (await done(service.cms.post('/v1/comments', sent, once))).comment;
};

const now = async (id: string) => done(service.admin.get(`/v1/comments/${id}`));

const notice = async (about: string, name: string, email: string) =>
  done(
    service.cms.post(`/v1/comments/${about}/notices`, {
      notifier: { name, email },
      explanation: `${name} says that it is a lie about what happened.`,
      law: 'a law',
      good_faith: true,
    }),
  );

const answer = async (id: string, action: string, about: string) =>
  done(
    service.moderator.post(`/v1/notices/${id}/decide`, {
      ...{ action, reason: 'We looked.', seen_version: (await now(about)).version },
    }),
  );

/** What readers and the author can do at the desk. */
async function readersAct(): Promise<void> {
  const { cms, moderator } = service;
  for (const external_id of ['x', 'y', 'z']) {
    const said = { reporter: { external_id }, reason: 'spam', text: `${MARK} spams` };
    await done(cms.post('/v1/comments/shown/reports', said));
  }
  const own = { reporter: { external_id: ID }, reason: 'other', text: `I, ${MARK}` };
  await done(cms.post('/v1/comments/other/reports', own));
  await answer((await notice('other', `${MARK} Jane`, OLD_EMAIL)).id, 'keep', 'other');
  const rejection = { seen_version: (await now('held')).version, reason: MARK, note: MARK };
  await done(moderator.post('/v1/comments/held/reject', rejection));
  const { id } = await done(
    cms.post('/v1/comments/held/appeals', { author: ID, text: `I, ${MARK}, ask you.` }),
  );
  await done(
    service.admin.post(`/v1/appeals/${id}/resolve`, {
      ...{ outcome: 'overturned', reason: `${MARK} is right` },
      seen_version: (await now('held')).version,
    }),
  );
  await done(cms.post('/v1/comments/rude/appeals', { author: ID, text: `${MARK} once more.` }));
}

/** What moderators can do at the desk. */
async function moderatorsAct(): Promise<void> {
  const { cms, moderator } = service;
  await done(moderator.post('/v1/comments/shown/notes', { body: `${MARK} again` }));
  await done(moderator.post(`/v1/authors/${ID}/notes`, { body: `${MARK} again` }));
  const warnings = `/v1/authors/${ID}/warnings`;
  const warning = await done(moderator.post(warnings, { message: `${MARK}, behave` }));
  await done(cms.post(`${warnings}/${warning.id}/acknowledge`));
  const said = { mode: 'hold', reason: MARK, note: MARK };
  for (const value of [`${MARK}@example.org`, OLD_EMAIL]) {
    await done(moderator.post('/v1/blocks', { kind: 'email', value, ...said, reject_hours: 5 }));
  }
  await done(moderator.post('/v1/blocks', { kind: 'name', value: `${MARK} Old`, ...said }));
  const blocking = { mode: 'shadow', reason: MARK, note: MARK, reject_hours: 5 };
  await done(moderator.post(`/v1/authors/${ID}/block`, blocking));
  await done(moderator.post(`/v1/authors/${ID}/unblock`, { reason: MARK }));
  const { version: seen_version, status } = await now('shown');
  const action = status === 'rejected' ? 'approve' : 'reject';
  const { results } = await done(
    moderator.post('/v1/decisions', {
      decisions: [{ comment_id: 'shown', seen_version, action, reason: MARK }],
    }),
  );
  await done(moderator.post(`/v1/decisions/${results[0].decision_id}/undo`, { reason: MARK }));
}

/** Every value of every table that holds one of these. */
function held(pattern: RegExp): readonly string[] {
  const file = new BetterSqlite3((folder.env['DATABASE_URL'] ?? '').replace('sqlite:', ''));
  const tables = file.prepare('SELECT name FROM sqlite_master WHERE type = ?').all('table');
  const found = (tables as { name: string }[]).flatMap(({ name }) =>
    (file.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        pattern.test(String(value)) ? [`${name}.${column}: ${String(value)}`] : [],
      ),
    ),
  );
  file.close();
  return found;
}

const problems = async () => {
  const watch = { onProgress: () => undefined };
  return (await verifyAudit(service.deps, { site_id: 'default', known: null }, watch)).problems;
};

describe('A person with whom everything happened that can happen at the desk', () => {
  it('is erased from every column of every table, and the record verifies before and after', async () => {
    await done(service.cms.post('/v1/comments', aComment({ external_id: 'other' })));
    const former = { name: `${MARK} Old`, email: OLD_EMAIL };
    const { author } = await post({ external_id: 'first' }, former);
    await post({ external_id: 'shown', body: `I, ${MARK}, like the bridge as it is.` });
    await post({ external_id: 'held', body: `You are a clueless moron, ${MARK}.` });
    await post({ external_id: 'rude', body: `You fucking idiot ${MARK}, this is late.` });
    await done(service.cms.patch('/v1/comments/first', { body: `${MARK} thought again.` }));
    await readersAct();
    await moderatorsAct();
    expect(await problems()).toEqual([]);
    expect(held(/quillfeather/iu).length).toBeGreaterThan(50);
    const asked = { confirm: author.id, keep_texts: false, keep_blocks: false };
    const erasure = await done(service.admin.post(`/v1/authors/${author.id}/erase`, asked));
    expect(erasure.finished_at).not.toBeNull();
    expect(held(/quillfeather|203\.0\.113\.77/iu)).toEqual([]);
    expect(await problems()).toEqual([]);
  });
});

describe('A notice of illegal content (verifyAudit)', () => {
  it('leaves the record whole, however it is answered', async () => {
    for (const external_id of ['removed', 'kept', 'was-rejected', 'withdrawn']) {
      await post({ external_id });
    }
    await done(service.moderator.post('/v1/comments/was-rejected/reject', { seen_version: 1 }));
    for (const id of ['removed', 'kept', 'was-rejected', 'withdrawn']) {
      const { id: open } = await notice(id, 'Ada Byron', 'ada@example.org');
      if (id === 'withdrawn') await done(service.cms.delete('/v1/comments/withdrawn'));
      await answer(open, id === 'removed' ? 'remove' : 'keep', id);
    }
    expect(await problems()).toEqual([]);
  });
});
