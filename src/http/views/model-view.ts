import type { Static } from '@sinclair/typebox';

import type { ListedModel } from '../../operations/list-models.js';
import type { ModelSchema } from '../schemas/model.js';

/** A model as its schema has it, in lists that can be changed. */
export function modelView(model: ListedModel): Static<typeof ModelSchema> {
  const { attributes, languages, data, metrics, ...rest } = model;
  return {
    ...rest,
    attributes: [...attributes],
    languages: [...languages],
    data: [...data],
    metrics: { ...metrics },
  };
}
