import type { ModelFacts } from '../classifier/classifier.js';
import type { Deps } from '../deps.js';

/** A model as anyone who moderates may see it. */
export type ListedModel = ModelFacts;

/** The trained models that texts are scored by; none where scoring is switched off. */
export async function listModels({
  classifier,
}: Pick<Deps, 'classifier'>): Promise<readonly ListedModel[]> {
  return classifier.model === null ? [] : [classifier.model];
}
