import type { Deps } from '../deps.js';
import { SYSTEM } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import type { SiteModel } from '../domain/site-model.js';
import { timestamp } from '../domain/time.js';
import { HOUSE_SLICE_MILLISECONDS, HOUSE_VERSIONS_MAX } from '../limits.js';
import { holdsUp, type Learnt, learn, type Lessons } from '../moderation/house/learn.js';
import { forgetHouse } from './house/in-force.js';
import { gatherLessons } from './house/lessons.js';
import { type Pace, paceOf } from './replaying/pace.js';

export interface LearnHouseInput {
  readonly site_id: string;
  /** Who asked for it, by name. */
  readonly by: string;
}

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch'>;

/** Sites that are being learnt from in this process, by store. */
const learning = new WeakMap<Deps['store'], Set<string>>();

/**
 * Learns from a site's moderators and stores what was learnt as a new version, whether it may act
 * or not. Where an older version is pinned and has foretold what was decided since worse than the
 * shipped model alone, it is let go of. Reads page by page, outside of any transaction, and gives
 * way to other work every few milliseconds.
 *
 * @throws GatepostError `training_in_progress` where this process is learning from the site, or
 *   another was faster; `no_model` where no classifier is loaded that it could stand on.
 */
export async function learnHouse(deps: Needs, input: LearnHouseInput): Promise<SiteModel> {
  const { site_id } = input;
  const base = deps.classifier.version;
  if (base === null) throw new GatepostError('no_model', 'There is nothing that it could improve.');
  const sites = learning.get(deps.store) ?? new Set();
  learning.set(deps.store, sites);
  if (sites.has(site_id)) throw inProgress();
  sites.add(site_id);
  try {
    const pace = paceOf(deps, HOUSE_SLICE_MILLISECONDS);
    const lessons = await gatherLessons(deps, { site_id, pace });
    const learnt = await inSlices(learn(lessons), pace);
    const model = await stored(deps, input, { ...learnt, base_version: base });
    await letGoOfPinned(deps, site_id, lessons);
    forgetHouse(deps, site_id);
    return model;
  } finally {
    sites.delete(site_id);
  }
}

async function inSlices(work: Generator<undefined, Learnt>, pace: Pace): Promise<Learnt> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (pace.isOver()) await pace.giveWay();
  }
}

async function stored(
  deps: Needs,
  { site_id, by }: LearnHouseInput,
  learnt: Learnt & Pick<SiteModel, 'base_version'>,
): Promise<SiteModel> {
  return deps.store.transaction(site_id, async ({ siteModels }) => {
    const version = ((await siteModels.newestVersion(site_id)) ?? 0) + 1;
    const made = { ...learnt, version, created_at: timestamp(deps.clock()), created_by: by };
    if (!(await siteModels.insert(site_id, made))) throw inProgress();
    const pinned = (await siteModels.choice(site_id))?.version ?? null;
    await siteModels.forget(site_id, { before: version - HOUSE_VERSIONS_MAX + 1, except: pinned });
    return made;
  });
}

/** A pinned version that no longer foretells decisions better is not stayed with any longer. */
async function letGoOfPinned(deps: Needs, siteId: string, lessons: Lessons): Promise<void> {
  const version = (await deps.store.siteModels.choice(siteId))?.version ?? null;
  const pinned = version === null ? null : await deps.store.siteModels.get(siteId, version);
  if (pinned === null || holdsUp(pinned, lessons)) return;
  await deps.store.transaction(siteId, async ({ siteModels }) => {
    // Somebody may have chosen otherwise in the meantime.
    if ((await siteModels.choice(siteId))?.version !== version) return;
    const created_at = timestamp(deps.clock());
    const created_by = SYSTEM.name;
    await siteModels.addChoice(siteId, { use: 'newest', version: null, created_at, created_by });
  });
}

function inProgress(): GatepostError {
  return new GatepostError('training_in_progress', 'The site is being learnt from.');
}
