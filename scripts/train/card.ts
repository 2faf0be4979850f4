import type { Model } from '../../src/classifier/model-file.js';
export const modelCard = (model: Model, _: unknown): string => JSON.stringify(model.header, null, 1);
