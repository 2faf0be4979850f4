/**
 * What people write by hand: a Fastify handler that asks bad-words and inserts a row, which is on
 * the disk when it answers, as the service's are. BENCH_DATABASE is the path of its file.
 */
import { Filter } from 'bad-words';
import BetterSqlite3 from 'better-sqlite3';
import Fastify from 'fastify';

import { SubmissionSchema } from '../../../src/http/schemas/submission.js';
import { announce } from './announce.js';

interface Submitted {
  readonly thread: { readonly external_id: string };
  readonly author: { readonly name: string; readonly email: string };
  readonly body: string;
}

const db = new BetterSqlite3(process.env['BENCH_DATABASE'] ?? '');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE IF NOT EXISTS comments (
  id INTEGER PRIMARY KEY, thread TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
  body TEXT NOT NULL, status TEXT NOT NULL, created_at TEXT NOT NULL)`);
const insert = db.prepare(
  'INSERT INTO comments (thread, name, email, body, status, created_at) VALUES (?, ?, ?, ?, ?, ?)',
);
const filter = new Filter();

const app = Fastify({ logger: false });
app.post<{ Body: Submitted }>(
  '/v1/comments',
  { schema: { body: SubmissionSchema } },
  async ({ body: { thread, author, body } }, reply) => {
    const status = filter.isProfane(body) ? 'rejected' : 'approved';
    const now = new Date().toISOString();
    const { external_id } = thread;
    const { lastInsertRowid } = insert.run(
      external_id, author.name, author.email, body, status, now,
    );
    reply.code(201);
    return Promise.resolve({ id: Number(lastInsertRowid), status });
  },
);
await announce(app);
