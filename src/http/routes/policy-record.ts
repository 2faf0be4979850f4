import { Type } from '@sinclair/typebox';

import { diffPolicies } from '../../operations/diff-policies.js';
import { listPolicyRules } from '../../operations/list-policy-rules.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { timeParameter } from '../schemas/fields.js';
import { PolicyDiffSchema, PolicyRulesSchema } from '../schemas/policy-record.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { changeView } from '../views/policy-view.js';

const tags = ['Policy'];
const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

const listPolicyRulesRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy/rules',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listPolicyRules',
        summary: 'How often each rule matched, and how often people agreed',
        description:
          'Over the texts that the engine judged within a period; also for rules that are only ' +
          'watched (`observe`), by what they would have led to. People agree with a rule when they ' +
          'reject what it would hold or reject. What nobody has decided says nothing about it.',
        tags,
        querystring: Type.Object({
          from: Type.Optional(timeParameter('Judged at this time or later; 30 days before `to` if left out.')),
          to: Type.Optional(timeParameter('Judged before this time; now if left out.')),
        }),
        response: {
          200: reference(PolicyRulesSchema),
          ...problems('invalid_request', 'invalid_date'),
        },
      },
    },
    async (request) => {
      const { from = null, to = null } = request.query;
      const rules = await listPolicyRules(deps, { caller: callerOf(request), from, to });
      return { ...rules, data: [...rules.data] };
    },
  );
};

const diffPoliciesRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy/versions/:version/diff/:other',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'diffPolicies',
        summary: 'What differs from one version of the policy to another',
        tags,
        params: Type.Object({ version, other: version }),
        response: { 200: reference(PolicyDiffSchema), ...problems('not_found') },
      },
    },
    async (request) => {
      const { version: from, other: to } = request.params;
      const diff = await diffPolicies(deps, { caller: callerOf(request), from, to });
      return { ...diff, changes: diff.changes.map(changeView) };
    },
  );
};

export const policyRecordRoutes: Routes = (app, deps) => {
  listPolicyRulesRoute(app, deps);
  diffPoliciesRoute(app, deps);
};
