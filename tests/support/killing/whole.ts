import { verifyAudit } from '../../../src/operations/verify-audit.js';
import { testDeps } from '../deps.js';
import type { Act, Answer } from './acts.js';
import { rowsOf } from './rows.js';

/** What was answered by a service that is gone. */
export interface Told {
  readonly act: Act;
  readonly answer: Answer;
}

/** By the prefix of an id: where it is kept. */
const KEPT: Readonly<Record<string, { readonly table: string; readonly column: string }>> = {
  cmt: { table: 'comments', column: 'comment_id' },
  dec: { table: 'decisions', column: 'decision_id' },
  rep: { table: 'reports', column: 'report_id' },
  blk: { table: 'blocks', column: 'block_id' },
  thr: { table: 'threads', column: 'thread_id' },
  aut: { table: 'authors', column: 'author_id' },
  nte: { table: 'notes', column: 'note_id' },
};

/** Whatever these find was done by halves. */
const HALVES = {
  'a comment without a decision': `SELECT comment_id AS id FROM comments c WHERE NOT EXISTS
    (SELECT 1 FROM decisions d WHERE d.site_id = c.site_id AND d.comment_id = c.comment_id)`,
  'a decision without its comment': `SELECT decision_id AS id FROM decisions d WHERE NOT EXISTS
    (SELECT 1 FROM comments c WHERE c.site_id = d.site_id AND c.comment_id = d.comment_id)`,
  'a finding without its decision': `SELECT decision_id AS id FROM findings f WHERE NOT EXISTS
    (SELECT 1 FROM decisions d WHERE d.site_id = f.site_id AND d.decision_id = f.decision_id)`,
  'a comment that is not on record': `SELECT comment_id AS id FROM comments c WHERE NOT EXISTS
    (SELECT 1 FROM audit_entries e WHERE e.site_id = c.site_id AND e.comment_id = c.comment_id
      AND e.kind = 'comment.submitted')`,
  'a report that is not on record': `SELECT report_id AS id FROM reports r WHERE NOT EXISTS
    (SELECT 1 FROM audit_entries e WHERE e.site_id = r.site_id AND e.object_id = r.report_id)`,
  'a remembered answer without its comment': `SELECT idempotency_key AS id
    FROM idempotent_answers a WHERE NOT EXISTS (SELECT 1 FROM comments c
      WHERE c.site_id = a.site_id AND c.external_id = a.idempotency_key)`,
  'a comment whose answer is not remembered': `SELECT external_id AS id FROM comments c
    WHERE NOT EXISTS (SELECT 1 FROM idempotent_answers a
      WHERE a.site_id = c.site_id AND a.idempotency_key = c.external_id)`,
  'a comment that is there twice': `SELECT external_id AS id FROM comments
    GROUP BY site_id, external_id HAVING count(*) > 1`,
};

/** What is lost of what was told, and what is there by halves. Nothing, where all is well. */
export async function losses(url: string, told: readonly Told[]): Promise<readonly string[]> {
  const rows = await rowsOf(url);
  const found: string[] = [];
  try {
    for (const [what, sql] of Object.entries(HALVES)) {
      for (const { id } of await rows.all(sql)) found.push(`${what}: ${String(id)}`);
    }
    const known = new Set<unknown>();
    for (const { table, column } of Object.values(KEPT)) {
      for (const { id } of await rows.all(`SELECT ${column} AS id FROM ${table}`)) known.add(id);
    }
    for (const id of told.flatMap(idsIn)) if (!known.has(id)) found.push(`lost: ${id}`);
    for (const { id } of await rows.all('SELECT idempotency_key AS id FROM idempotent_answers')) {
      known.add(id);
    }
    for (const { act, answer } of told) {
      if (act.key === null || answer.status >= 300 || known.has(act.key)) continue;
      found.push(`lost: the answer to ${act.key}`);
    }
  } finally {
    await rows.close();
  }
  return [...found, ...(await brokenRecord(url))];
}

/** Everything that an answer names: the comment, its decision, a report, a block, a note. */
function idsIn({ answer }: Told): readonly string[] {
  if (answer.status >= 300) return [];
  const ids = [...JSON.stringify(answer.body).matchAll(/"[a-z]{3}_[0-9A-Z]{26}"/gu)].map(([id]) => id);
  return ids.map((each) => each.slice(1, -1)).filter((id) => id.slice(0, 3) in KEPT);
}

async function brokenRecord(url: string): Promise<readonly string[]> {
  const { deps, close } = await testDeps(url);
  try {
    const asked = { site_id: 'default', known: null };
    const { problems } = await verifyAudit(deps, asked, { onProgress: () => undefined });
    return problems.map(({ sequence, what }) => `the record, entry ${sequence ?? '?'}: ${what}`);
  } finally {
    await close();
  }
}
