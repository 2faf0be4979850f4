import type { Static } from '@sinclair/typebox';

import type { LearntTerm, SiteModel } from '../../domain/site-model.js';
import { HOUSE_TERMS_SHOWN_MAX } from '../../limits.js';
import type { SiteModelState } from '../../operations/get-site-model.js';
import type { SiteModelSchema, SiteModelStateSchema } from '../schemas/site-model.js';

/** A version as anyone who moderates may see it: the weightiest words, and no texts. */
export function siteModelView(model: SiteModel): Static<typeof SiteModelSchema> {
  const { terms, slope: _, offset: __, ...head } = model;
  const shown = (of: (term: LearntTerm) => boolean): LearntTerm[] =>
    terms.filter(of).slice(0, HOUSE_TERMS_SHOWN_MAX);
  return {
    ...head,
    terms: terms.length,
    raises: shown(({ weight }) => weight > 0),
    lowers: shown(({ weight }) => weight < 0),
  };
}

export function siteModelStateView({
  choice,
  acting_version,
  model,
  versions,
}: SiteModelState): Static<typeof SiteModelStateSchema> {
  return {
    use: choice.use,
    pinned_version: choice.version,
    chosen_at: choice.created_at,
    chosen_by: choice.created_by,
    acting_version,
    model: model === null ? null : siteModelView(model),
    versions: [...versions],
  };
}
