import { readFileSync } from 'node:fs';

import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

const migration = (name: string): string => readFileSync(`migrations/${name}.sql`, 'utf8');
const at = (minute: number): string => `2026-11-23T12:0${minute}:00.000Z`;

/** The decisions and edits of one comment by their versions, and a report about version 1. */
interface Past {
  readonly decisions: readonly (readonly [version: number, actor: string, action: string])[];
  /** Versions whose text was replaced. */
  readonly edits?: readonly number[];
}

/** What the migration of the desk makes of the report. */
function migrated({ decisions, edits = [] }: Past): unknown {
  const db = new Sqlite(':memory:');
  db.exec(migration('0001_first_day') + migration('0002_engine'));
  const decide = db.prepare(
    `INSERT INTO decisions (site_id, decision_id, comment_id, comment_version, actor_kind,
       actor_name, action, status, policy_version, policy_digest, created_at)
     VALUES ('s', ?, 'c', ?, ?, '', ?, '', 1, '', ?)`,
  );
  for (const [version, actor, action] of decisions) {
    decide.run(`d${version}`, version, actor, action, at(version));
  }
  const edit = db.prepare(`INSERT INTO revisions VALUES ('s', 'c', ?, ?, '', ?)`);
  for (const version of edits) edit.run(version, `r${version}`, at(version));
  db.exec(`INSERT INTO reports VALUES ('s', 'rep', 'c', 1, '${at(0)}', 'a', 'x', 'hate', NULL, '')`);
  db.exec(migration('0003_desk'));
  const row = db.prepare('SELECT settled_at, settled_by, outcome FROM reports').get();
  db.close();
  return row;
}

describe('A report from before the desk', () => {
  const judged = [1, 'system', 'approve'] as const;

  it.each<[string, Past, string | null, string | null]>([
    ['that nobody answered is open', { decisions: [judged] }, null, null],
    [
      'takes the last word of a person on its text',
      { decisions: [judged, [2, 'moderator', 'approve'], [3, 'moderator', 'reject']] },
      'd3',
      'agreed',
    ],
    [
      'is not answered by what was decided of a later text',
      {
        decisions: [
          judged,
          [2, 'moderator', 'approve'],
          [3, 'system', 'approve'],
          [4, 'moderator', 'reject'],
        ],
        edits: [2],
      },
      'd2',
      'disagreed',
    ],
    [
      'lapsed where only a later text was decided',
      { decisions: [judged, [2, 'system', 'hold'], [3, 'moderator', 'reject']], edits: [1] },
      'd3',
      'lapsed',
    ],
    ['lapsed with a withdrawal', { decisions: [judged, [2, 'author', 'delete']] }, 'd2', 'lapsed'],
    [
      'is open while only the engine has judged an edit',
      { decisions: [judged, [2, 'system', 'approve']], edits: [1] },
      null,
      null,
    ],
  ])('%s', (_, past, settled_by, outcome) => {
    const settled_at = settled_by === null ? null : at(Number(settled_by.slice(1)));
    expect(migrated(past)).toEqual({ settled_at, settled_by, outcome });
  });
});
