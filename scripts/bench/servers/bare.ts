/**
 * What the service is measured against: Fastify with the same body and the same validation, which
 * answers 201 with a few bytes, or with as many as BENCH_ANSWER_BYTES says; nothing is stored.
 */
import Fastify from 'fastify';

import { SubmissionSchema } from '../../../src/http/schemas/submission.js';
import { announce } from './announce.js';

const bytes = Number(process.env['BENCH_ANSWER_BYTES'] ?? 0);
const around = JSON.stringify({ id: 'cmt_1', text: '' }).length;
const text = 'x'.repeat(Math.max(0, bytes - around));

const app = Fastify({ logger: false });
const properties = { id: { type: 'string' }, text: { type: 'string' } };
const response = { 201: { type: 'object', properties } };
app.post('/v1/comments', { schema: { body: SubmissionSchema, response } }, async (_, reply) => {
  reply.code(201);
  return Promise.resolve(bytes === 0 ? { id: 'cmt_1' } : { id: 'cmt_1', text });
});
await announce(app);
