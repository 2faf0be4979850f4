import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { SYSTEM } from '../../domain/decision.js';
import { HOUSE_ASKED_EVERY_DECISIONS, HOUSE_LESSONS_MIN } from '../../limits.js';
import { learnHouse } from '../learn-house.js';

type Needs = Pick<Deps, 'store' | 'classifier' | 'clock' | 'stopwatch' | 'log'>;

/** Of what was learnt from, as much again makes it worth learning anew. */
const MORE_SHARE = 0.1;
const MORE_MIN = 20;

/** What goes on beside requests over one store, and what was decided since the last look. */
interface Beside {
  readonly decided: Map<string, number>;
  readonly running: Set<Promise<void>>;
}

const besides = new WeakMap<Deps['store'], Beside>();

/**
 * A moderator has decided: now and then it is time to learn from it, beside whatever else goes on.
 * Returns at once, and never fails; a fault is logged.
 */
export function learnAfterDecision(deps: Needs, siteId: string): void {
  if (deps.classifier.version === null) return;
  const { decided, running } = besideOf(deps);
  const count = (decided.get(siteId) ?? 0) + 1;
  decided.set(siteId, count % HOUSE_ASKED_EVERY_DECISIONS);
  if (count < HOUSE_ASKED_EVERY_DECISIONS) return;
  const work = learnWhereDue(deps, siteId)
    .catch((fault: unknown) => {
      if (fault instanceof GatepostError) return;
      const name = fault instanceof Error ? fault.name : typeof fault;
      deps.log.error({ site: siteId, fault: name }, 'could not learn from moderators');
    })
    .finally(() => running.delete(work));
  running.add(work);
}

/** Resolves when nothing is being learnt any more: before the store is closed. */
export async function learningEnded(deps: Pick<Deps, 'store'>): Promise<void> {
  await Promise.all(besideOf(deps).running);
}

async function learnWhereDue(deps: Needs, siteId: string): Promise<void> {
  const { siteModels, record } = deps.store;
  const [last] = await siteModels.list(siteId, 1);
  const after = last?.record.last_decision_id ?? '';
  const due =
    last === undefined
      ? HOUSE_LESSONS_MIN
      : Math.max(MORE_MIN, Math.ceil(last.record.read * MORE_SHARE));
  const since = await record.decisionsByPeople(siteId, { after, limit: due });
  if (since.length < due) return;
  const { version, ground } = await learnHouse(deps, { site_id: siteId, by: SYSTEM.name });
  deps.log.info({ site: siteId, version, ground }, 'learnt from moderators');
}

function besideOf({ store }: Pick<Deps, 'store'>): Beside {
  const beside = besides.get(store) ?? { decided: new Map(), running: new Set() };
  besides.set(store, beside);
  return beside;
}
