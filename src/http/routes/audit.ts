import { Type } from '@sinclair/typebox';

import { ACT_KINDS } from '../../domain/audit.js';
import { ACTOR_KINDS, DECISION_ACTIONS } from '../../domain/decision.js';
import { PAGE_SIZE_DEFAULT } from '../../limits.js';
import { getAuditHead } from '../../operations/get-audit-head.js';
import { listAudit } from '../../operations/list-audit.js';
import { listDecisions } from '../../operations/list-decisions.js';
import { verifyAudit } from '../../operations/verify-audit.js';
import { callerOf } from '../auth.js';
import { longAnswers } from '../long-answer.js';
import { pageOfIds } from '../page-request.js';
import type { Routes } from '../routes.js';
import {
  AuditHeadSchema,
  AuditPageSchema,
  DecisionPageSchema,
  VerifiedAuditSchema,
  VerifyAuditSchema,
  VerifyProgressSchema,
} from '../schemas/audit.js';
import { externalId, pageQuery, timeParameter } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { nullable, oneOf, reference } from '../schemas/reference.js';
import { auditEntryView, sequenceOf, verifiedView } from '../views/audit-view.js';
import { decisionView } from '../views/comment-view.js';

const period = {
  from: Type.Optional(timeParameter('Not before this time.')),
  to: Type.Optional(timeParameter('Before this time.')),
};
const actor = Type.Optional(externalId('The id of a key, or of an author.'));
const comment = Type.Optional(externalId('Our id of a comment, or yours.'));
const author = Type.Optional(externalId('Our id of an author, or yours.'));

const listAuditRoute: Routes = (app, deps) => {
  app.get(
    '/v1/audit',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listAudit',
        summary: 'Read the record of every act',
        description:
          'Who did what to what, and when, newest first. Append-only, and each entry holds the hash ' +
          'of the one before: `gatepost verify-audit` proves that nothing was altered.',
        tags: ['Record'],
        querystring: Type.Object({
          kind: Type.Optional(oneOf(ACT_KINDS)),
          actor,
          object: Type.Optional(externalId('The id of what was acted on.')),
          comment,
          author,
          ...period,
          ...pageQuery,
        }),
        response: {
          200: reference(AuditPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const { cursor, limit = PAGE_SIZE_DEFAULT, ...query } = request.query;
      const { data, next_cursor } = await listAudit(deps, {
        caller: callerOf(request),
        query,
        before: sequenceOf(cursor),
        limit,
      });
      return { data: data.map(auditEntryView), next_cursor };
    },
  );
};

const getAuditHeadRoute: Routes = (app, deps) => {
  app.get(
    '/v1/audit/head',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getAuditHead',
        summary: 'Where the record ends',
        description:
          'Note it down elsewhere from time to time: `gatepost verify-audit --head SEQUENCE:HASH` ' +
          'then finds out a record that was written anew.',
        tags: ['Record'],
        response: { 200: reference(AuditHeadSchema) },
      },
    },
    async (request) => getAuditHead(deps, { caller: callerOf(request) }),
  );
};

const VERIFYING =
  'Reads all of it, as `gatepost verify-audit` does, while the service goes on: that no entry was ' +
  'altered, removed, put in or moved, and that comments, decisions and policies are as recorded. ' +
  'What is noted in `known` must be in it still. The body may be left out.\n\n' +
  'With `Accept: text/event-stream` the same answer comes as events: `progress` after each page, ' +
  'then one `result` with what JSON would have held; a fault on the way is an event `problem`. ' +
  'Closing the connection ends it in both forms. One runs at a time.';

const verifyAuditRoute: Routes = (app, deps) => {
  const answer = longAnswers(app, deps.log);
  app.post(
    '/v1/audit/verify',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'verifyAudit',
        summary: 'Prove that the record is whole',
        description: VERIFYING,
        tags: ['Record'],
        body: nullable(reference(VerifyAuditSchema)),
        response: {
          200: {
            description: 'Whether it is.',
            content: {
              'application/json': { schema: reference(VerifiedAuditSchema) },
              'text/event-stream': { schema: reference(VerifyProgressSchema) },
            },
          },
          ...problems('invalid_request', 'verification_in_progress'),
        },
      },
    },
    async (request, reply) => {
      const { known = null } = request.body ?? {};
      const { site_id } = callerOf(request);
      return answer(request, reply, async ({ onProgress, signal }) =>
        verifiedView(
          await verifyAudit(deps, { site_id, known }, {
            onProgress: (read, total) => onProgress({ read, total }),
            signal,
          }),
        ),
      );
    },
  );
};

const listDecisionsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/decisions',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listDecisions',
        summary: 'List decisions',
        description: 'By the engine, moderators and authors, newest first, with what was found.',
        tags: ['Decisions'],
        querystring: Type.Object({
          comment,
          author,
          actor_kind: Type.Optional(oneOf(ACTOR_KINDS)),
          actor,
          action: Type.Optional(oneOf(DECISION_ACTIONS)),
          ...period,
          ...pageQuery,
        }),
        response: {
          200: reference(DecisionPageSchema),
          ...problems('invalid_request', 'invalid_cursor'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { cursor, limit, ...query } = request.query;
      const page = pageOfIds({ cursor, limit }, 'dec');
      const { data, next_cursor } = await listDecisions(deps, { caller, query, page });
      return { data: data.map((each) => decisionView(each, caller)), next_cursor };
    },
  );
};

export const auditRoutes: Routes = (app, deps) => {
  listAuditRoute(app, deps);
  getAuditHeadRoute(app, deps);
  verifyAuditRoute(app, deps);
  listDecisionsRoute(app, deps);
};
