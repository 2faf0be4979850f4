import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import type { SiteModelChoice } from '../domain/site-model.js';
import { timestamp } from '../domain/time.js';
import { moderator } from './decide-comment.js';
import { getSiteModel, type SiteModelState } from './get-site-model.js';
import { forgetHouse } from './house/in-force.js';
import { modelChosen } from './recording/acts-of-administration.js';
import { recordActs } from './recording/record-acts.js';

export interface ChooseSiteModelInput {
  readonly caller: Caller;
  /** A version to stay with, `newest` for whatever was learnt last, or null to switch it off. */
  readonly version: number | 'newest' | null;
}

/**
 * Stays with a version of what a site's moderators taught, goes on with the newest, or switches it
 * off. A version that was not found better than the shipped model does not act, chosen or not. Who
 * chose, and when, is kept.
 *
 * @throws GatepostError `not_found` for a version that is not there.
 */
export async function chooseSiteModel(
  deps: Pick<Deps, 'store' | 'classifier' | 'clock' | 'newId'>,
  { caller, version }: ChooseSiteModelInput,
): Promise<SiteModelState> {
  const siteId = caller.site_id;
  await deps.store.transaction(siteId, async (store) => {
    const { siteModels } = store;
    if (typeof version === 'number' && (await siteModels.get(siteId, version)) === null) {
      throw new GatepostError('not_found', `There is no version ${version}.`);
    }
    await siteModels.addChoice(siteId, {
      ...chosen(version),
      created_at: timestamp(deps.clock()),
      created_by: caller.name,
    });
    const act = modelChosen(chosen(version), moderator(caller));
    await recordActs({ ...deps, store }, siteId, [act]);
  });
  forgetHouse(deps, siteId);
  return getSiteModel(deps, { caller });
}

function chosen(
  version: ChooseSiteModelInput['version'],
): Pick<SiteModelChoice, 'use' | 'version'> {
  if (version === null) return { use: 'off', version: null };
  return version === 'newest' ? { use: 'newest', version: null } : { use: 'pinned', version };
}
