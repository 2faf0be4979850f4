import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Deps } from '../../src/deps.js';
import { entryHash } from '../../src/domain/audit-chain.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { getComment } from '../../src/operations/get-comment.js';
import { listComments } from '../../src/operations/list-comments.js';
import { aComment, startTestApp } from '../support/app.js';
import { testDeps } from '../support/deps.js';
import { behindHeader, entriesIn, exported, importText, SITE } from '../support/imports.js';
import { readFile } from '../support/source-tree.js';

const WORDPRESS = readFile('tests/fixtures/wordpress.xml').text;
const DISQUS = readFile('tests/fixtures/disqus.xml').text;
const caller = { id: 'key', site_id: SITE, name: 'test', scope: 'admin' } as const;

let deps: Deps;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ deps, close } = await testDeps());
  await ensureFirstRun(deps, { adminKey: null });
});
afterEach(async () => close());

const found = async (id: string) => getComment(deps, { caller, id });

/** So many comments, the newest first: each reply comes before its parent. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const id = count - at;
    return `${JSON.stringify({
      external_id: String(id),
      thread: { external_id: `t${id % 3}` },
      author: { name: `Reader ${id % 7}` },
      body: `Remark number ${id}`,
      parent_id: id > 3 ? String(id - 3) : null,
      created_at: new Date(Date.UTC(2020, 0, 1) + id * 1000).toISOString(),
    })}\n`;
  }).join('');
}

describe('A WordPress export', () => {
  it('keeps dates, authors, addresses and what was decided, as decisions of the import', async () => {
    const result = await importText(deps, { format: 'wxr', text: WORDPRESS });
    expect(result).toMatchObject({ ended: 'done', imported: 4, known: 0 });
    const { comment, author, thread, decisions, findings } = await found('7');
    expect(comment).toMatchObject({
      status: 'approved',
      body: 'See the minutes (https://council.example/minutes).\n\nTolls < taxes ]]> fines.',
      created_at: '2019-05-02T09:00:00.000Z',
      received_at: '2019-05-02T09:00:00.000Z',
      author_ip: '192.0.2.7',
      author_url: 'https://ann.example',
    });
    expect(author).toMatchObject({ external_id: '3', name: 'Ann', email: 'ann@example.org' });
    expect(thread).toMatchObject({
      external_id: '42',
      title: 'The bridge & the toll',
      url: 'https://gazette.example/bridge',
      created_at: '2019-05-01T08:00:00.000Z',
      closed_at: expect.any(String),
    });
    expect(decisions).toMatchObject([
      { action: 'approve', actor: { kind: 'import', id: null, name: 'wxr' } },
    ]);
    expect(findings).toEqual([]);
  });

  it('takes over what was held, spam and the bin', async () => {
    await importText(deps, { format: 'wxr', text: WORDPRESS });
    expect((await found('8')).comment).toMatchObject({
      status: 'pending',
      author_ip: '2001:db8::1',
    });
    expect((await found('9')).decisions).toMatchObject([{ action: 'reject', standard: 'spam' }]);
    expect((await found('11')).decisions).toMatchObject([{ action: 'reject', reason: 'trash' }]);
  });

  it('puts a reply below a parent that comes later, and its replies below it', async () => {
    await importText(deps, { format: 'wxr', text: WORDPRESS });
    const parent = (await found('7')).comment;
    const reply = (await found('8')).comment;
    expect(reply).toMatchObject({ parent_id: parent.id, depth: 1 });
    expect((await found('11')).comment).toMatchObject({ parent_id: reply.id, depth: 2 });
  });

  it('tells what was skipped and what was changed, with the place and without a word of it', async () => {
    const { skipped, changed, remarks } = await importText(deps, { format: 'wxr', text: WORDPRESS });
    expect(skipped).toEqual({ not_a_comment: 1, bad_date: 1, empty_body: 1 });
    expect(changed).toEqual({ anonymous: 1, ip_dropped: 1, parent_missing: 1 });
    expect(remarks).toContainEqual({ line: 61, external_id: '10', skipped: 'not_a_comment' });
    expect(JSON.stringify(remarks)).not.toMatch(/bridge|watches|Dee/u);
  });
});

describe('A Disqus export', () => {
  it('keeps threads, authors, replies and what was decided', async () => {
    const result = await importText(deps, { format: 'disqus', text: DISQUS });
    expect(result).toMatchObject({ imported: 4, skipped: { no_thread: 1 } });
    expect(result.changed).toEqual({ parent_elsewhere: 1 });
    const first = await found('disqus:9001');
    expect(first.comment).toMatchObject({
      body: 'First & best.\n\nLook: http://x.example/a',
      status: 'approved',
      created_at: '2018-02-01T10:00:00.000Z',
      author_ip: '192.0.2.9',
    });
    expect(first.author).toMatchObject({ external_id: 'disqus:ann', email: 'ann@example.org' });
    expect(first.thread).toMatchObject({ external_id: 'article-42', title: 'The bridge' });
    expect((await found('disqus:9002')).comment).toMatchObject({
      status: 'deleted',
      body: 'A reply\nin two lines',
      parent_id: first.comment.id,
      depth: 1,
    });
    const spam = await found('disqus:9003');
    expect(spam.thread.external_id).toBe('https://gazette.example/ferry');
    expect(spam.decisions).toMatchObject([{ action: 'reject', standard: 'spam' }]);
    expect((await found('disqus:9005')).comment.status).toBe('pending');
  });
});

describe('An import', () => {
  it.each(['wxr', 'disqus'] as const)('of %s that is run twice changes nothing', async (format) => {
    const text = format === 'wxr' ? WORDPRESS : DISQUS;
    await importText(deps, { format, text });
    const before = await exported(deps);
    expect(await importText(deps, { format, text })).toMatchObject({ ended: 'was_done' });
    const again = await importText(deps, { format, text: `${text}\n` });
    expect(again).toMatchObject({ ended: 'done', imported: 0, known: 4 });
    expect(behindHeader(await exported(deps))).toBe(behindHeader(before));
  });

  it('that breaks off at any point ends in the same state when it is run again', async () => {
    const text = lines(650);
    await importText(deps, { format: 'ndjson', text });
    const whole = (await exported(deps)).split('\n').filter((line) => !line.includes('audit_'));
    for (const upTo of [1, 200, 399, 601]) {
      const other = await testDeps();
      await ensureFirstRun(other.deps, { adminKey: null });
      const run = { format: 'ndjson', text } as const;
      await expect(importText(other.deps, { ...run, upTo })).rejects.toThrow('cable');
      expect(await importText(other.deps, run)).toMatchObject({ ended: 'done', imported: 650 });
      const lastly = (await exported(other.deps)).split('\n');
      expect(lastly.filter((line) => !line.includes('audit_'))).toEqual(whole);
      await other.close();
    }
  });

  it('can be ended between two lots, and says so', async () => {
    const run = { format: 'ndjson', text: lines(450) } as const;
    const cancelled = await importText(deps, { ...run, signal: AbortSignal.abort() });
    expect(cancelled).toMatchObject({ ended: 'cancelled', imported: 0 });
    expect(await importText(deps, run)).toMatchObject({ ended: 'done', imported: 450 });
  });

  it('puts chains of replies in order that come the wrong way round', async () => {
    await importText(deps, { format: 'ndjson', text: lines(60) });
    expect((await found('1')).comment).toMatchObject({ parent_id: null, depth: 0 });
    expect((await found('4')).comment.parent_id).toBe((await found('1')).comment.id);
    expect((await found('13')).comment.depth).toBe(4);
    expect((await found('60')).comment.depth).toBe(8);
  });

  it('breaks a circle of replies at one place, and tells which', async () => {
    const circle = ['a', 'b', 'c', 'd'].map((id, at) => {
      const parent_id = ['b', 'c', 'a', 'a'][at];
      const created_at = `2020-01-0${at + 1}T00:00:00Z`;
      const thread = { external_id: 't' };
      const author = { name: id };
      return JSON.stringify({ external_id: id, thread, author, body: id, parent_id, created_at });
    });
    const { changed } = await importText(deps, { format: 'ndjson', text: circle.join('\n') });
    expect(changed).toEqual({ parent_circular: 1 });
    const depths = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (id) => (await found(id)).comment.depth),
    );
    expect(depths.slice(0, 3).sort()).toEqual([0, 1, 2]);
    expect(depths[3]).toBe((depths[0] ?? 0) + 1);
  });

  it('goes on record in one chain, an entry for each comment, that nobody is told of', async () => {
    await importText(deps, { format: 'ndjson', text: lines(120) });
    const entries = await deps.store.audit.after(SITE, 0, 1_000);
    const imported = entries.filter(({ kind }) => kind === 'comment.imported');
    expect(imported).toHaveLength(120);
    for (const entry of entries) expect(entry.hash).toBe(entryHash(SITE, entry));
    expect(JSON.stringify(entries)).not.toContain('Remark');
  });

  it('that is tried dry says what it would do and stores nothing', async () => {
    const before = await exported(deps);
    const dry = await importText(deps, { format: 'wxr', text: WORDPRESS, dry: true });
    expect(dry).toMatchObject({ imported: 4, skipped: { bad_date: 1 } });
    expect(await exported(deps)).toBe(before);
  });

  it('lists the newest comment first, by its own date', async () => {
    await importText(deps, { format: 'ndjson', text: lines(20) });
    const page = { cursor: null, limit: 3 };
    const { data } = await listComments(deps, { caller, query: {}, page });
    expect(data.map(({ comment }) => comment.external_id)).toEqual(['20', '19', '18']);
  });

  it('takes out what cannot be stored, and skips what is no comment', async () => {
    const good = JSON.parse(lines(1)) as Record<string, unknown>;
    const bad = [
      {
        ...good,
        external_id: 'a',
        body: 'x\0y\ud800z',
        metadata: { ['n'.repeat(101)]: 'a', '': 'b', number: 5, kept: 'c' },
      },
      { ...good, external_id: 'b', body: 'x'.repeat(50_001) },
      { ...good, external_id: 'c', created_at: '2999-01-01T00:00:00Z' },
      { ...good, external_id: 'd', status: 'burnt' },
      { ...good, external_id: null },
      { ...good, external_id: 'a' },
      { ...good, external_id: 'f', author: { name: 'n'.repeat(300), email: 'e'.repeat(300) } },
      { ...good, external_id: 'g', body: '🙂'.repeat(50_000) },
      'no object',
    ];
    const text = `${bad.map((each) => JSON.stringify(each)).join('\n')}\nno json\n`;
    const { skipped, changed } = await importText(deps, { format: 'ndjson', text });
    expect(skipped).toEqual({
      body_too_long: 1,
      bad_date: 1,
      bad_status: 1,
      no_id: 1,
      repeated_id: 1,
      not_readable: 2,
    });
    expect(changed).toEqual({ text_repaired: 1, name_cut: 1, email_dropped: 1 });
    const { comment } = await found('a');
    expect([comment.body, comment.metadata]).toEqual(['xy\ufffdz', { kept: 'c' }]);
    expect((await found('g')).comment.body).toHaveLength(100_000);
  });
});

describe('Evil XML', () => {
  const head = '<?xml version="1.0"?>\n';
  const rss = (content: string): string =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_id>1</wp:post_id>` +
    `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>A</wp:comment_author>` +
    `<wp:comment_date_gmt>2020-01-01 00:00:00</wp:comment_date_gmt>` +
    `<wp:comment_approved>1</wp:comment_approved>` +
    `<wp:comment_content>${content}</wp:comment_content></wp:comment></item></channel></rss>`;

  it('expands no entity that the file declares, and fetches nothing', () => {
    const doctype =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' +
      '<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
    const entries = entriesIn('wxr', head + doctype + rss('x &b; &xxe; &constructor; y'));
    expect(entries.filter((entry) => 'comment' in entry)).toMatchObject([
      { comment: { body: 'x &b; &xxe; &constructor; y' } },
    ]);
  });

  it.each([
    ['nested without end', `<rss>${'<a>'.repeat(200)}`, 'nested too deeply'],
    ['attributes without end', `<rss ${Array.from({ length: 200 }, (_, at) => `a${at}=""`).join(' ')}>`, 'too many attributes'],
    ['a tag that does not end', `<rss><${'a'.repeat(200_000)}`, 'does not end'],
    ['a file that stops in the middle', rss('x').slice(0, -30), 'stops in the middle'],
  ])('refuses %s', (_, text, sentence) => {
    expect(() => entriesIn('wxr', text)).toThrow(sentence);
  });

  it('goes on behind a place that is not well-formed', () => {
    const entries = entriesIn('wxr', rss('a & b <b>bold</i> c'));
    expect(entries.some((entry) => 'skipped' in entry)).toBe(true);
    expect(entries.some((entry) => 'comment' in entry)).toBe(true);
  });
});

describe('A comment that the engine never judged', () => {
  it('is answered when the CMS submits it again, and seen everywhere', async () => {
    const test = await startTestApp();
    await importText(test.deps, { format: 'wxr', text: WORDPRESS });
    const again = await test.cms.post('/v1/comments', aComment({ external_id: '9' }));
    expect(again).toMatchObject({
      status: 200,
      body: { comment: { status: 'rejected' }, verdict: { action: 'reject', findings: [] } },
    });
    for (const path of ['/v1/comments', '/v1/comments/9', '/v1/authors', '/v1/policy/rules']) {
      expect((await test.moderator.get(path)).status).toBe(200);
    }
    const edited = await test.cms.patch('/v1/comments/7', { body: 'A new text of the author' });
    // The file said that its thread is closed.
    const findings = [{ rule: 'thread_closed' }];
    expect(edited).toMatchObject({ status: 200, body: { verdict: { findings } } });
    await test.close();
  });
});
