import BetterSqlite3 from 'better-sqlite3';

import { statusOf } from '../../src/domain/status.js';
import { timestamp } from '../../src/domain/time.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { EMPTY_HISTORY, textFacts } from '../../src/moderation/facts.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import { policyDigest } from '../../src/moderation/policy/digest.js';
import { wordsDue } from '../../src/store/sqlite/words-due.js';

export const SITE = 'bench';
const BATCH = 10_000;
const BEGINNING = Date.parse('2026-01-01T00:00:00.000Z');

/** From a word to a page: the middle one has some 300 characters, as comments have. */
const SENTENCES = [
  'The council has finally agreed to rebuild the old bridge.',
  'I think that most of us who live on the other side will be glad about it, after ten years.',
  'It took them three studies and more money than the school got, but the plan keeps a bike lane.',
  'You can read it in the minutes: https://council.example.org/minutes',
  'Will the toll of 2.50 stay, as the mayor promised before the vote?',
  'She said so twice, in public, and nobody asked her about the ferry.',
  'What an idiot you are to believe a word of it.',
  'DO NOT BELIEVE A WORD THAT THEY ARE SAYING ABOUT THE BRIDGE',
  'Thank you for the report; it answers a question that I have had since the spring.',
  'My grandfather worked on the first one, and he would have liked the arches.',
] as const;

/** A text that differs from every other, made of two to nine sentences. */
function bodyOf(at: number): string {
  const length = 2 + (at % 8);
  const parts = Array.from({ length }, (_, i) => {
    const pick = at * 7 + i * 3 + Math.floor(at / 10);
    // The rude and the loud are rarer than the rest.
    const sentence = pick % 10 >= 6 && pick % 10 <= 7 && at % 4 !== 0 ? pick + 2 : pick;
    return SENTENCES[sentence % SENTENCES.length];
  });
  return `Number ${at}: ${parts.join(' ')}`;
}

/** Stores so many comments with the engine's judgement, straight into the tables; characters. */
export function fill(path: string, count: number): number {
  const db = new BetterSqlite3(path);
  db.pragma('synchronous = OFF');
  const insert = inserts(db);
  const enterWords = wordsDue(db);
  let characters = 0;
  db.prepare('INSERT INTO sites VALUES (?, ?, ?)').run(SITE, SITE, timestamp(BEGINNING));
  for (let at = 0; at < count; at += BATCH) {
    db.transaction(() => {
      for (let i = at; i < Math.min(count, at + BATCH); i += 1) characters += insert(i);
      enterWords();
    })();
  }
  db.close();
  return characters;
}

function inserts(db: BetterSqlite3.Database): (at: number) => number {
  const document = defaultPolicyDocument();
  const digest = policyDigest(document);
  const stamp = { version: 1, digest, created_at: '', created_by: '' };
  const compiled = compilePolicy({ ...stamp, document });
  const rows = {
    comment: inserter(db, 'comments', 'site_id comment_id thread_id author_id depth body ' +
      'search_text status version author_name author_ip fingerprint created_at received_at'),
    decision: inserter(db, 'decisions', 'site_id decision_id comment_id comment_version ' +
      'actor_kind actor_name action status policy_version policy_digest facts created_at'),
    finding: inserter(db, 'findings', 'site_id decision_id position comment_id rule standard ' +
      'reason outcome action message spans terms'),
  };
  return (at) => {
    const [comment_id, decision_id] = [idOf('cmt', at * 2), idOf('dec', at * 2)];
    const author = {
      name: `Reader ${at % 5_000}`,
      email: null,
      url: null,
      ip: `192.0.2.${at % 250}`,
      user_agent: null,
    };
    const now = timestamp(BEGINNING + at * 500);
    const body = bodyOf(at);
    const history = { ...EMPTY_HISTORY, approved_count: at % 40, recent_ages: [at % 900, 2_000] };
    const facts = { ...textFacts({ body, author, locale: null }), history, scores: null };
    const { action, findings } = evaluate(compiled, facts);
    const status = statusOf(action);
    rows.comment(SITE, comment_id, `thr_${at % 500}`, `aut_${at % 5_000}`, 0, body,
      body.toLowerCase(), status, 1, author.name, author.ip, `fingerprint ${at}`, now, now);
    rows.decision(SITE, decision_id, comment_id, 1, 'system', 'gatepost', action, status, 1,
      digest, JSON.stringify({ history, scores: null }), now);
    findings.forEach((each, position) => {
      rows.finding(SITE, decision_id, position, comment_id, each.rule, each.standard, each.reason,
        each.outcome, each.action, each.message, JSON.stringify(each.spans),
        JSON.stringify(each.terms));
    });
    if (action === 'hold' || at % 50 === 0) {
      const person = at % 3 === 0 ? 'approve' : 'reject';
      rows.decision(SITE, idOf('dec', at * 2 + 1), comment_id, 2, 'moderator', 'Robin', person,
        statusOf(person), 1, digest, null, now);
    }
    return body.length;
  };
}

const idOf = (prefix: string, at: number): string => `${prefix}_${String(at).padStart(26, '0')}`;

function inserter(db: BetterSqlite3.Database, into: string, columns: string) {
  const names = columns.split(' ');
  const places = names.map(() => '?').join(', ');
  const statement = db.prepare(`INSERT INTO ${into} (${names.join(', ')}) VALUES (${places})`);
  return (...values: readonly unknown[]): void => {
    statement.run(...values);
  };
}
