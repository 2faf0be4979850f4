import { Type } from '@sinclair/typebox';

import { PAGE_SIZE_DEFAULT } from '../../limits.js';
import { getPolicy } from '../../operations/get-policy.js';
import { listPolicyVersions } from '../../operations/list-policy-versions.js';
import { putPolicy } from '../../operations/put-policy.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { pageQuery } from '../schemas/fields.js';
import {
  PolicyInputSchema,
  PolicySchema,
  PolicyTextSchema,
  PolicyVersionsSchema,
} from '../schemas/policy.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import { textValidatorCompiler } from '../validation.js';
import { etagOf, policyDocumentOf, policyView, versionOf } from '../views/policy-view.js';

const tags = ['Policy'];
const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

const getPolicyRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getPolicy',
        summary: 'Read the policy in force',
        description: 'The ETag is what a change sends in If-Match.',
        tags,
        response: { 200: reference(PolicySchema) },
      },
    },
    async (request, reply) => {
      const policy = await getPolicy(deps, { caller: callerOf(request), version: null });
      return reply.header('etag', etagOf(policy)).send(policyView(policy));
    },
  );
};

const putPolicyRoute: Routes = (app, deps) => {
  app.put(
    '/v1/policy',
    {
      config: { scope: 'admin' },
      // Policies have their own validator, which knows what the rules mean.
      validatorCompiler: textValidatorCompiler,
      schema: {
        operationId: 'putPolicy',
        summary: 'Put a new policy in force',
        description:
          'In force for the very next comment. Every version is kept. `If-Match` names the version ' +
          'that was read (its ETag), or `*`.',
        tags,
        headers: Type.Object({
          'if-match': Type.Optional(
            Type.String({ description: 'The ETag of GET /v1/policy.', examples: ['"1"'] }),
          ),
        }),
        body: reference(PolicyInputSchema),
        response: {
          200: reference(PolicySchema),
          ...problems('invalid_policy', 'policy_changed', 'precondition_required'),
        },
      },
    },
    async (request, reply) => {
      const policy = await putPolicy(deps, {
        caller: callerOf(request),
        document: policyDocumentOf(request.body),
        if_version: versionOf(request.headers['if-match']),
      });
      return reply.header('etag', etagOf(policy)).send(policyView(policy));
    },
  );
};

const getPolicyTextRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy/text',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getPolicyText',
        summary: 'Read the discussion policy to show beside the comment form',
        description: 'Send its `version` as `accepted_policy_version` with a comment.',
        tags,
        response: { 200: reference(PolicyTextSchema) },
      },
    },
    async (request) => {
      const policy = await getPolicy(deps, { caller: callerOf(request), version: null });
      return { version: policy.version, text: policy.document.text };
    },
  );
};

const listPolicyVersionsRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy/versions',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listPolicyVersions',
        summary: 'List the versions of the policy',
        description: 'Newest first.',
        tags,
        querystring: Type.Object({ ...pageQuery, cursor: Type.Optional(version) }),
        response: { 200: reference(PolicyVersionsSchema), ...problems('invalid_request') },
      },
    },
    async (request) => {
      const { cursor = null, limit = PAGE_SIZE_DEFAULT } = request.query;
      const caller = callerOf(request);
      const versions = await listPolicyVersions(deps, { caller, before: cursor, limit });
      return { data: versions.data.map(policyView), next_cursor: versions.next_cursor };
    },
  );
};

const getPolicyVersionRoute: Routes = (app, deps) => {
  app.get(
    '/v1/policy/versions/:version',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getPolicyVersion',
        summary: 'Read one version of the policy',
        tags,
        params: Type.Object({ version }),
        response: { 200: reference(PolicySchema), ...problems('not_found') },
      },
    },
    async (request) =>
      policyView(await getPolicy(deps, { caller: callerOf(request), ...request.params })),
  );
};

export const policyRoutes: Routes = (app, deps) => {
  getPolicyRoute(app, deps);
  putPolicyRoute(app, deps);
  getPolicyTextRoute(app, deps);
  listPolicyVersionsRoute(app, deps);
  getPolicyVersionRoute(app, deps);
};
