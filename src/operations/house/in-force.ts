import type { Deps } from '../../deps.js';
import type { SiteModel, SiteModelChoice } from '../../domain/site-model.js';
import { HOUSE_LOOKED_UP_MILLISECONDS, HOUSE_SITES_KNOWN_MAX } from '../../limits.js';
import { type HouseLayer, houseLayer } from '../../moderation/house/layer.js';
import { knownBySite } from '../known-by-site.js';

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock'>;

/** A site's layer as it was last looked up. */
interface Known {
  readonly looked_up_at: number;
  readonly version: number | null;
  readonly layer: HouseLayer | null;
}

const NOBODYS_CHOICE: SiteModelChoice = {
  use: 'newest',
  version: null,
  created_at: null,
  created_by: null,
};

const layers = knownBySite<Known>(HOUSE_SITES_KNOWN_MAX);

/**
 * The layer that a site's comments are scored by now; null where none acts. Another instance's
 * change is seen within a second, one's own at once. Not inside a transaction.
 */
export async function houseInForce(deps: Needs, siteId: string): Promise<HouseLayer | null> {
  if (deps.classifier.version === null) return null;
  const before = layers.get(deps.store, siteId);
  const now = deps.clock();
  // In both directions: a clock that is set back would keep it for as long as it was ahead.
  const fresh = (at: number): boolean => Math.abs(now - at) < HOUSE_LOOKED_UP_MILLISECONDS;
  if (before !== undefined && fresh(before.looked_up_at)) return before.layer;
  const version = await chosenVersion(deps, siteId);
  const layer =
    before !== undefined && before.version === version
      ? before.layer
      : await actingLayer(deps, siteId, version);
  layers.keep(deps.store, siteId, { looked_up_at: now, version, layer });
  return layer;
}

/** What this process has just changed is looked up anew. */
export function forgetHouse(deps: Pick<Deps, 'store'>, siteId: string): void {
  layers.forget(deps.store, siteId);
}

/** The choice that stands; where nobody has chosen, the newest version. */
export async function standingChoice(
  deps: Pick<Deps, 'store'>,
  siteId: string,
): Promise<SiteModelChoice> {
  return (await deps.store.siteModels.choice(siteId)) ?? NOBODYS_CHOICE;
}

/** The version that was chosen, whether it acts or not; null for none. */
export async function chosenVersion(
  deps: Pick<Deps, 'store'>,
  siteId: string,
): Promise<number | null> {
  const { siteModels } = deps.store;
  const choice = await siteModels.choice(siteId);
  if (choice?.use === 'off') return null;
  return choice?.version ?? (await siteModels.newestVersion(siteId));
}

/** Whether a version was found better than the very model that is loaded. */
export function acts(
  { classifier }: Pick<Deps, 'classifier'>,
  { ground, base_version }: Pick<SiteModel, 'ground' | 'base_version'>,
): boolean {
  return ground === 'better' && base_version === classifier.version;
}

async function actingLayer(
  deps: Needs,
  siteId: string,
  version: number | null,
): Promise<HouseLayer | null> {
  const model = version === null ? null : await deps.store.siteModels.get(siteId, version);
  return model !== null && acts(deps, model) ? houseLayer(model) : null;
}
