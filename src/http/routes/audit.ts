import { Type } from '@sinclair/typebox';

import { ACT_KINDS } from '../../domain/audit.js';
import { ACTOR_KINDS, DECISION_ACTIONS } from '../../domain/decision.js';
import { PAGE_SIZE_DEFAULT } from '../../limits.js';
import { getAuditHead } from '../../operations/get-audit-head.js';
import { listAudit } from '../../operations/list-audit.js';
import { listDecisions } from '../../operations/list-decisions.js';
import { callerOf } from '../auth.js';
import { pageRequest } from '../page-request.js';
import type { Routes } from '../routes.js';
import { AuditHeadSchema, AuditPageSchema, DecisionPageSchema } from '../schemas/audit.js';
import { externalId, pageQuery, timeParameter } from '../schemas/fields.js';
import { problems } from '../schemas/problem.js';
import { oneOf, reference } from '../schemas/reference.js';
import { auditEntryView, sequenceOf } from '../views/audit-view.js';
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
        response: { 200: reference(DecisionPageSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { cursor, limit, ...query } = request.query;
      const page = pageRequest({ cursor, limit });
      const { data, next_cursor } = await listDecisions(deps, { caller, query, page });
      return { data: data.map((each) => decisionView(each, caller)), next_cursor };
    },
  );
};

export const auditRoutes: Routes = (app, deps) => {
  listAuditRoute(app, deps);
  getAuditHeadRoute(app, deps);
  listDecisionsRoute(app, deps);
};
