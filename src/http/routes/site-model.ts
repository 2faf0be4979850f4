import { chooseSiteModel } from '../../operations/choose-site-model.js';
import { getSiteModel } from '../../operations/get-site-model.js';
import { learnHouse } from '../../operations/learn-house.js';
import { callerOf } from '../auth.js';
import type { Routes } from '../routes.js';
import { problems } from '../schemas/problem.js';
import { reference } from '../schemas/reference.js';
import {
  SiteModelChoiceSchema,
  SiteModelSchema,
  SiteModelStateSchema,
} from '../schemas/site-model.js';
import { siteModelStateView, siteModelView } from '../views/site-model-view.js';

const tags = ['Models'];

const getSiteModelRoute: Routes = (app, deps) => {
  app.get(
    '/v1/models/site',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'getSiteModel',
        summary: 'Say what the site’s moderators taught, and how it did',
        description:
          'A small layer on the shipped model, learnt from moderators’ decisions. It acts only past ' +
          'a minimum of decisions, and only while it foretells the later ones better than the ' +
          'shipped model. Its score is `house` in the rule `classifier_scores`.',
        tags,
        response: { 200: reference(SiteModelStateSchema) },
      },
    },
    async (request) => siteModelStateView(await getSiteModel(deps, { caller: callerOf(request) })),
  );
};

const chooseSiteModelRoute: Routes = (app, deps) => {
  app.put(
    '/v1/models/site',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'chooseSiteModel',
        summary: 'Stay with a version of it, go on with the newest, or switch it off',
        description: 'In force for the very next comment. Who chose, and when, is kept.',
        tags,
        body: reference(SiteModelChoiceSchema),
        response: {
          200: reference(SiteModelStateSchema),
          ...problems('invalid_request', 'not_found'),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return siteModelStateView(await chooseSiteModel(deps, { caller, ...request.body }));
    },
  );
};

const learnHouseRoute: Routes = (app, deps) => {
  app.post(
    '/v1/models/site/train',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'learnHouse',
        summary: 'Learn from the site’s moderators now',
        description: 'The service does so by itself whenever a tenth more was decided.',
        tags,
        response: {
          201: reference(SiteModelSchema),
          ...problems('training_in_progress', 'no_model'),
        },
      },
    },
    async (request, reply) => {
      const { site_id, name } = callerOf(request);
      const model = await learnHouse(deps, { site_id, by: name });
      return reply.code(201).send(siteModelView(model));
    },
  );
};

export const siteModelRoutes: Routes = (app, deps) => {
  getSiteModelRoute(app, deps);
  chooseSiteModelRoute(app, deps);
  learnHouseRoute(app, deps);
};
