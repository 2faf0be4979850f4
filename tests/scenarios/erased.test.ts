import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Deps } from '../../src/deps.js';
import { ensureFirstRun } from '../../src/operations/ensure-first-run.js';
import { eraseAuthor } from '../../src/operations/erase-author.js';
import { keepPrivacy } from '../../src/operations/keep-privacy.js';
import { openStore } from '../../src/store/open.js';
import { compactSqliteFile } from '../../src/store/sqlite/compact-file.js';
import { BEGINNING, testDeps } from '../support/deps.js';
import { CALLER, submitted } from '../support/replaying.js';
import { databaseFolder } from '../support/service.js';

let folder: Awaited<ReturnType<typeof databaseFolder>>;
let service: Awaited<ReturnType<typeof testDeps>>;
beforeEach(async () => {
  folder = await databaseFolder();
  service = await testDeps();
});
afterEach(async () => {
  await service.close();
  await folder.remove();
});

const MARK = 'quillfeather';
const NEVER = { aborted: false };

/** Opens the database in the folder with a clock that stands, and closes it afterwards. */
async function opened<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
  const database = await openStore(url(), { clock: () => BEGINNING });
  await database.migrate();
  const deps = { ...service.deps, store: database.store };
  await ensureFirstRun(deps, { adminKey: null });
  try {
    return await work(deps);
  } finally {
    await database.close();
  }
}

const url = (): string => folder.env['DATABASE_URL'] ?? '';

const databaseFile = (): string => url().replace(/^sqlite:/u, '');

async function filesHold(text: string): Promise<boolean> {
  const base = dirname(databaseFile());
  const names = (await readdir(base)).filter((name) => name.startsWith('gatepost.db'));
  const files = await Promise.all(names.map(async (name) => readFile(join(base, name))));
  return files.some((file) => file.includes(text));
}

const asked = (id: string) => ({
  ...{ caller: CALLER, id, confirm: id, keep_texts: false, keep_blocks: true, reason: null },
});

it('leaves no trace of a person in any file of a database that was compacted', async () => {
  const id = await opened(async (deps) => {
    let author = '';
    for (let at = 0; at < 30; at += 1) {
      const body = `Remark ${at}: ${MARK} ${'was here and said much. '.repeat(at * 4)}`;
      author = (await submitted(deps, { body, author: `${MARK}-person` })).author.id;
      await submitted(deps, { body: `A remark of somebody else, number ${at}.` });
    }
    return author;
  });
  expect(await filesHold(MARK)).toBe(true);
  await opened(async (deps) => eraseAuthor(deps, asked(id)));
  compactSqliteFile(databaseFile());
  expect(await filesHold(MARK)).toBe(false);
});

it('finishes by itself what a process that died had begun', async () => {
  await opened(async (deps) => {
    let id = '';
    for (let at = 0; at < 250; at += 1) {
      const body = `${MARK} number ${at} on bridge ${at * 13}`;
      id = (await submitted(deps, { body, author: MARK })).author.id;
    }
    // A stopwatch by which every step takes a minute: the request gives up after the first.
    let minutes = 0;
    const slow = { ...deps, stopwatch: () => (minutes += 1) * 60_000 };
    const begun = await eraseAuthor(slow, asked(id));
    expect(begun).toMatchObject({ comments: 100, finished_at: null });
    expect(await deps.store.authors.getByExternalId('default', MARK)).toBeNull();
  });
  expect(await filesHold(MARK)).toBe(true);
  await opened(async (deps) => {
    await keepPrivacy(deps, NEVER);
    await keepPrivacy(deps, NEVER);
    const entries = await deps.store.audit.after('default', 0, 1_000);
    const finished = entries.filter(({ kind }) => kind === 'author.erased');
    expect(finished.map(({ after_state }) => JSON.parse(after_state ?? ''))).toEqual([
      { keep_texts: false, keep_blocks: true, comments: 250 },
    ]);
  });
  compactSqliteFile(databaseFile());
  expect(await filesHold(MARK)).toBe(false);
});

it('erases once where two go on with it at the same time', async () => {
  await opened(async (deps) => {
    let id = '';
    for (let at = 0; at < 120; at += 1) {
      const body = `${MARK} number ${at} on bridge ${at * 13}`;
      id = (await submitted(deps, { body, author: MARK })).author.id;
    }
    const answers = await Promise.all([
      eraseAuthor(deps, asked(id)),
      eraseAuthor(deps, asked(id)),
      keepPrivacy(deps, NEVER),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ comments: 120 });
    const entries = await deps.store.audit.after('default', 0, 1_000);
    expect(entries.filter(({ kind }) => kind === 'author.erased')).toHaveLength(1);
  });
});
