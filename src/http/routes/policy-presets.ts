import { Type } from '@sinclair/typebox';

import { listPolicyPresets } from '../../operations/list-policy-presets.js';
import { POLICY_SCHEMA } from '../../operations/put-policy.js';
import type { Routes } from '../routes.js';
import { PolicyPresetsSchema } from '../schemas/policy.js';
import { reference } from '../schemas/reference.js';
import { policyPresetView } from '../views/policy-view.js';

const tags = ['Policy'];

const listPolicyPresetsRoute: Routes = (app) => {
  app.get(
    '/v1/policy/presets',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listPolicyPresets',
        summary: 'List the ready-made policies',
        description: 'Each with every rule spelled out. A policy starts from one by its name.',
        tags,
        response: { 200: reference(PolicyPresetsSchema) },
      },
    },
    async () => ({ data: listPolicyPresets().map(policyPresetView), next_cursor: null }),
  );
};

const getPolicySchemaRoute: Routes = (app) => {
  app.get(
    '/v1/policy/schema',
    {
      config: { scope: 'submit' },
      schema: {
        operationId: 'getPolicySchema',
        summary: 'Read the JSON Schema of a policy',
        description:
          'Draft 2020-12: every rule with its thresholds, bounds, defaults and a sentence each, ' +
          'for an editor to check and complete by.',
        tags,
        response: {
          200: {
            description: 'The schema.',
            content: {
              'application/schema+json': { schema: Type.Object({}, { additionalProperties: true }) },
            },
          },
        },
      },
    },
    async (_, reply) => reply.type('application/schema+json').send(POLICY_SCHEMA),
  );
};

export const policyPresetRoutes: Routes = (app, deps) => {
  listPolicyPresetsRoute(app, deps);
  getPolicySchemaRoute(app, deps);
};
