import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { entryHash } from '../../src/domain/audit-chain.js';
import { createSite } from '../../src/operations/create-site.js';
import { EXPORTED_TABLES, NOT_EXPORTED } from '../../src/store/exported-tables.js';
import { aComment, startTestApp, type TestApp } from '../support/app.js';
import { testDeps } from '../support/deps.js';
import { behindHeader, exported, importExport, importText, SITE } from '../support/imports.js';
import { readFile, readFolder } from '../support/source-tree.js';

let test: TestApp;
let other: Awaited<ReturnType<typeof testDeps>>;

/** A site with something of everything that readers and moderators do. */
beforeEach(async () => {
  test = await startTestApp();
  other = await testDeps();
  const { body } = await test.cms.post('/v1/comments', aComment({ external_id: 'c1' }));
  await test.cms.patch('/v1/comments/c1', { body: 'You are all idiots, I say — “quoted” 😀' });
  await test.cms.post('/v1/comments/c1/reports', {
    reporter: { external_id: 'r1' },
    reason: 'spam',
  });
  await test.moderator.post('/v1/comments/c1/approve', { seen_version: 2, note: 'Fine.' });
  await test.moderator.post('/v1/blocks', { kind: 'ip', value: '192.0.2.0/24', reason: 'spam' });
  await test.moderator.post(`/v1/authors/${body.comment.author.id}/block`, { reason: 'rude' });
  const text = readFile('tests/fixtures/wordpress.xml').text;
  await importText(test.deps, { format: 'wxr', text });
});
afterEach(async () => {
  await test.close();
  await other.close();
});

describe('An export', () => {
  it('read into a new instance and exported again is the same, byte for byte', async () => {
    const text = await exported(test.deps);
    expect(await importExport(other.deps, text)).toMatchObject({
      ended: 'done',
      site_id: SITE,
      record: 'continued',
    });
    expect(behindHeader(await exported(other.deps))).toBe(behindHeader(text));
    const tables = new Set([...text.matchAll(/^\{"table":"(\w+)"/gmu)].map(([, table]) => table));
    for (const table of ['comments', 'revisions', 'decisions', 'reports', 'blocks', 'audit_entries']) {
      expect(tables).toContain(table);
    }
  });

  it('lets the record go on where it ended', async () => {
    await importExport(other.deps, await exported(test.deps));
    // Two instances never make the same id; these here both count from one.
    const newId = (prefix: string): string => `${prefix}_Z${other.deps.newId('evt').slice(5)}`;
    await importText({ ...other.deps, newId }, {
      format: 'disqus',
      text: readFile('tests/fixtures/disqus.xml').text,
    });
    const entries = await other.deps.store.audit.after(SITE, 0, 1_000);
    let previous = '0'.repeat(64);
    for (const [at, entry] of entries.entries()) {
      expect(entry).toMatchObject({ sequence: at + 1, previous_hash: previous });
      expect(entryHash(SITE, entry)).toBe(entry.hash);
      previous = entry.hash;
    }
  });

  it('read into a site of another name begins a record that names the end of the old one', async () => {
    await createSite(other.deps, { id: 'gazette', name: 'The Gazette' });
    const text = await exported(test.deps);
    const head = await test.deps.store.audit.head(SITE);
    const result = await importExport(other.deps, text, { site: 'gazette' });
    expect(result).toMatchObject({ site_id: 'gazette', record: 'begun' });
    const [entry, ...more] = await other.deps.store.audit.after('gazette', 0, 10);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'site.imported', actor_kind: 'import' });
    expect(JSON.parse(entry?.after_state ?? '')).toEqual({ from_site_id: SITE, ...head });
    const withoutRecord = (all: string): readonly string[] =>
      all.split('\n').filter((line) => line.startsWith('{"table"') && !line.includes('"audit_'));
    expect(withoutRecord(await exported(other.deps, 'gazette'))).toEqual(withoutRecord(text));
  });

  it('that breaks off anywhere is read to the same end when it is run again', async () => {
    await importText(test.deps, { format: 'ndjson', text: many(500) });
    const text = await exported(test.deps);
    for (const upTo of [1, 200, 601, 1_200]) {
      const { deps, close } = await testDeps();
      await expect(importExport(deps, text, { upTo })).rejects.toThrow('cable');
      expect(await importExport(deps, text)).toMatchObject({ ended: 'done' });
      expect(await importExport(deps, text)).toMatchObject({ ended: 'was_done' });
      expect(behindHeader(await exported(deps))).toBe(behindHeader(text));
      await close();
    }
  });

  it('is refused by a site in which somebody did something', async () => {
    const text = await exported(test.deps);
    await createSite(other.deps, { id: SITE, name: SITE });
    await importText(other.deps, { format: 'ndjson', text: many(1) });
    const before = await exported(other.deps);
    await expect(importExport(other.deps, text)).rejects.toThrow('not empty');
    expect(await exported(other.deps)).toBe(before);
  });

  it.each([
    ['is cut short', (text: string) => text.slice(0, text.lastIndexOf('{"end"')), 'not whole'],
    ['lost a row', (text: string) => text.replace(/^\{"table":"revisions".*\n/mu, ''), 'not whole'],
    ['has no header', (text: string) => behindHeader(text), 'header'],
    ['is of a later version', (text: string) => text.replace('export":1', 'export":2'), 'later'],
    ['has an unknown table', (text: string) => text.replace('"reports"', '"x"'), 'no table "x"'],
    ['has an unknown column', (text: string) => text.replace('"body"', '"bodies"'), 'no column'],
  ])('that %s is refused', async (_, change, sentence) => {
    const text = change(await exported(test.deps));
    await expect(importExport(other.deps, text)).rejects.toThrow(sentence);
  });

  it('of a site that is not there is refused, and so is a site that is named and not there', async () => {
    await expect(exported(test.deps, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
    const text = await exported(test.deps);
    await expect(importExport(other.deps, text, { site: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('holds no key and no secret', async () => {
    expect(await exported(test.deps)).not.toMatch(/secret|gp_/u);
  });
});

describe('The tables of an export', () => {
  it('are all that the migrations make, but for those that stay behind for a reason', () => {
    // What one engine has for itself belongs to an index, which is made anew.
    const both = readFolder('migrations').map(({ text }) => text.replace(/^-- engine: .*/msu, ''));
    const made = both.flatMap((text) =>
      [...text.matchAll(/^CREATE TABLE (\w+)/gmu)].map(([, name]) => name),
    );
    const known = [...EXPORTED_TABLES.map(({ table }) => table), ...Object.keys(NOT_EXPORTED)];
    expect([...known].sort()).toEqual([...made].sort());
  });

});

function many(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const created_at = new Date(Date.UTC(2021, 0, 1) + at * 1000).toISOString();
    const author = { name: `Reader ${at % 9}` };
    const thread = { external_id: `t${at % 4}` };
    return JSON.stringify({ external_id: `m${at}`, thread, author, body: `No. ${at}`, created_at });
  }).join('\n');
}
