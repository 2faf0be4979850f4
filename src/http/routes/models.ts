import { listModels } from '../../operations/list-models.js';
import type { Routes } from '../routes.js';
import { ModelListSchema } from '../schemas/model.js';
import { reference } from '../schemas/reference.js';
import { modelView } from '../views/model-view.js';

export const modelRoutes: Routes = (app, deps) => {
  app.get(
    '/v1/models',
    {
      config: { scope: 'moderate' },
      schema: {
        operationId: 'listModels',
        summary: 'Say which trained model scores comments',
        description: 'Empty where scoring is switched off. Every decision keeps the version.',
        tags: ['Models'],
        response: { 200: reference(ModelListSchema) },
      },
    },
    async () => ({ data: (await listModels(deps)).map(modelView), next_cursor: null }),
  );
};
