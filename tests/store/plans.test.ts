import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { aComment, startTestApp, type TestApp } from '../support/app.js';

/** What SQLite says where it reads whole tables, all of a site, or all that has one status. */
const GROWS = 'comments|decisions|findings|reports|blocks|authors|threads|audit_entries';
const ALL = new RegExp(
  `^SCAN (${GROWS})\\b|^SEARCH (${GROWS}) .*\\(site_id=\\?( AND status=\\?)?\\)$`,
  'u',
);
/** An index on what waits for a person alone. */
const WAITING = /INDEX reports_waiting/u;
/** What it says where it puts in order what it found; of one comment that is little. */
const SORTED = /TEMP B-TREE FOR ORDER BY/u;
const OF_ONE_COMMENT = /comment_id=\?/u;

let folder: string;
let path: string;
let service: TestApp;
/** Every query since it was emptied. */
const asked = new Set<string>();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatepost-plans-'));
  path = join(folder, 'a.db');
  const prepare = BetterSqlite3.prototype.prepare;
  vi.spyOn(BetterSqlite3.prototype, 'prepare').mockImplementation(function (
    this: BetterSqlite3.Database,
    text: string,
  ) {
    asked.add(text);
    return prepare.call(this, text);
  });
  // What is read aside is prepared on a thread of its own.
  const post = Worker.prototype.postMessage;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
    this: Worker,
    message: unknown,
  ) {
    const { sql } = message as { readonly sql?: string };
    if (sql !== undefined) asked.add(sql);
    post.call(this, message);
  });
  service = await startTestApp({}, `sqlite:${path}`);
  asked.clear();
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

interface Plan {
  readonly text: string;
  readonly details: readonly string[];
}

/** What SQLite says of every query that was asked. */
function plans(): readonly Plan[] {
  const texts = [...asked].filter((text) => /^\s*(?:select|with|update)\b/iu.test(text));
  expect(texts.length).toBeGreaterThan(0);
  const file = new BetterSqlite3(path);
  const found = texts.map((text) => {
    const values = Array.from(text.match(/\?/gu) ?? [], () => '1');
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
    return { text, details: (plan as { detail: string }[]).map(({ detail }) => detail) };
  });
  file.close();
  return found;
}

const plansWith = (detail: RegExp): readonly Plan[] =>
  plans().filter(({ details }) => details.some((each) => detail.test(each)));

/** Queries that read more than they look for, each with what SQLite says of it. */
function reckless(): readonly string[] {
  return plans().flatMap(({ text, details }) => {
    const isLittle = details.some((detail) => OF_ONE_COMMENT.test(detail));
    return details
      .filter((detail) => ALL.test(detail) || (SORTED.test(detail) && !isLittle))
      .filter((detail) => !WAITING.test(detail))
      .map((detail) => `${detail}: ${text}`);
  });
}

describe('However much a site has,', () => {
  it('a submit looks into indexes for what it needs', async () => {
    const author = { external_id: 'jane', name: 'Jane', email: 'j@example.org', ip: '192.0.2.7' };
    const body = 'What a fucking bridge that is, and how late it comes to all of us.';
    for (const change of [{}, { body }, { body, parent_id: null }]) {
      await service.cms.post('/v1/comments', aComment({ author, ...change }));
    }
    expect(reckless()).toEqual([]);
    // The strikes of an author: not by going through what was decided about everybody.
    expect(plansWith(/decisions_by_time/u)).toEqual([]);
    expect(plansWith(/SEARCH d USING INDEX decisions_by_comment/u)).not.toEqual([]);
  });

  it('what is read aside is looked at too', async () => {
    await service.moderator.get('/v1/comments?text=bridge');
    expect(plansWith(/VIRTUAL TABLE/u)).not.toEqual([]);
  });

  it.each([
    ['one comment', (id: string) => `/v1/comments/${id}`],
    ['the decisions about one comment', (id: string) => `/v1/decisions?comment=${id}`],
    ['the decisions of a period', () => '/v1/decisions?from=2026-01-01T00:00:00Z&limit=1'],
    ['what is counted of the queue', () => '/v1/queue/counts'],
    ['a search', () => '/v1/comments?text=bridge'],
    ['what is on record of a comment', (id: string) => `/v1/audit?object=${id}`],
    ['what is on record of another object', () => '/v1/audit?object=nobody'],
    ['what an author did', () => '/v1/audit?actor=aut_nobody'],
    ['what a key did', () => '/v1/audit?actor=nobody'],
  ])('%s is found without reading the rest', async (_, pathOf) => {
    const { body } = await service.cms.post('/v1/comments', aComment());
    asked.clear();
    expect((await service.moderator.get(pathOf(body.comment.id))).status).toBe(200);
    expect(reckless()).toEqual([]);
  });
});
