import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';

import { timestamp } from '../domain/time.js';
import { PACKAGE_ROOT } from '../package-root.js';
import type { Database } from './database.js';
import { type Dialect, dialectOf } from './dialect.js';
import type { Engine } from './engine.js';
import { foldTextsAnew } from './search-refold.js';

const FOLDER = join(PACKAGE_ROOT, 'migrations');

/** What SQL alone cannot do, by the migration before whose statements it is done. */
const BEFORE: Readonly<Record<number, (db: Database) => Promise<void>>> = { 4: foldTextsAnew };

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Applies what is pending, each file in one transaction; the names of those applied. Several
 * instances may start at once: one applies, the others wait and find it done.
 *
 * @throws Error when an applied file was changed since, or the database is newer than the code.
 */
export async function migrate(engine: Engine, clock: () => number): Promise<readonly string[]> {
  const applied: string[] = [];
  for (;;) {
    const name = await engine.migration(async ({ db }) => applyNext(db, clock));
    if (name === null) return applied;
    applied.push(name);
  }
}

async function applyNext(db: Database, clock: () => number): Promise<string | null> {
  await sql`CREATE TABLE IF NOT EXISTS schema_migrations (
    version INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
  )`.execute(db);
  const [next] = unapplied(await appliedTo(db));
  if (next === undefined) return null;
  await BEFORE[next.version]?.(db);
  for (const statement of statementsOf(next.text, dialectOf(db))) {
    await sql.raw(statement).execute(db);
  }
  await sql`INSERT INTO schema_migrations (version, name, checksum, applied_at)
    VALUES (${next.version}, ${next.name}, ${next.checksum}, ${timestamp(clock())})`.execute(db);
  return next.name;
}

/** What `migrate` would apply, in order. */
export async function pendingMigrations({ reading }: Engine): Promise<readonly Migration[]> {
  const tables = await reading.db.introspection.getTables();
  const begun = tables.some((table) => table.name === 'schema_migrations');
  return unapplied(begun ? await appliedTo(reading.db) : []);
}

function unapplied(before: readonly Applied[]): readonly Migration[] {
  const known = migrationFiles();
  for (const { version, name, checksum } of before) {
    const file = known.find((migration) => migration.version === version);
    if (!file) {
      throw new Error(
        `the database has migration ${name}, which this version of Gatepost does not know: ` +
          'start the newer version that made it',
      );
    }
    if (file.checksum !== checksum) {
      throw new Error(`migration ${name} was changed after it was applied: restore the file`);
    }
  }
  const done = new Set(before.map((migration) => migration.version));
  return known.filter((migration) => !done.has(migration.version));
}

async function appliedTo(db: Database): Promise<readonly Applied[]> {
  const { rows } = await sql<Applied>`SELECT version, name, checksum
    FROM schema_migrations ORDER BY version`.execute(db);
  return rows;
}

function migrationFiles(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/u.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { version: Number(name.slice(0, 4)), name, text, checksum };
    });
}

/**
 * Statements end with a semicolon at the end of a line; comments are whole lines. What follows a
 * line `-- engine: …` is for that engine alone.
 */
function statementsOf(text: string, dialect: Dialect): readonly string[] {
  const [both = '', ...sections] = text.split(/^-- engine: /mu);
  const own = sections.filter((section) => section.startsWith(`${dialect}\n`));
  return [both, ...own.map((section) => section.slice(dialect.length))]
    .join('\n')
    .replace(/^\s*--.*$/gmu, '')
    .split(/;\s*$/mu)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
