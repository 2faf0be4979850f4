import type { Caller, Deps } from '../deps.js';
import type { SiteModel, SiteModelChoice, SiteModelHead } from '../domain/site-model.js';
import { HOUSE_VERSIONS_MAX } from '../limits.js';
import { acts, chosenVersion, standingChoice } from './house/in-force.js';

/** What a site's moderators taught, and whether it acts. */
export interface SiteModelState {
  readonly choice: SiteModelChoice;
  /** The version that comments are scored by; null where none acts. */
  readonly acting_version: number | null;
  /** The chosen version, or the newest where it is switched off; null where there is none. */
  readonly model: SiteModel | null;
  /** Newest first. */
  readonly versions: readonly SiteModelHead[];
}

/** Says what was learnt of a site's moderators, from what, and how it did. */
export async function getSiteModel(
  deps: Pick<Deps, 'store' | 'classifier'>,
  { caller }: { readonly caller: Pick<Caller, 'site_id'> },
): Promise<SiteModelState> {
  const siteId = caller.site_id;
  const { siteModels } = deps.store;
  const choice = await standingChoice(deps, siteId);
  const chosen = await chosenVersion(deps, siteId);
  const shown = chosen ?? (await siteModels.newestVersion(siteId));
  const model = shown === null ? null : await siteModels.get(siteId, shown);
  const acting = chosen !== null && model !== null && acts(deps, model);
  return {
    choice,
    acting_version: acting ? chosen : null,
    model,
    // One that is pinned is kept beside the newest.
    versions: await siteModels.list(siteId, HOUSE_VERSIONS_MAX + 1),
  };
}
