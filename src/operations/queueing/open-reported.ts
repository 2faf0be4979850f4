import type { Deps } from '../../deps.js';
import type { ActKind } from '../../domain/audit.js';
import { hourOf } from '../../domain/time.js';
import { LINE_ACTS_MAX, LINES_KNOWN_MAX } from '../../limits/desk.js';
import type { ShortAct } from '../../store/audit-store.js';
import type { QueueFilter, QueueMoment } from '../../store/queue-filter.js';
import type { Reported } from '../../store/queue-store.js';
import type { Store } from '../../store/store.js';
import { knownBySite } from '../known-by-site.js';

/** What was reported, as it was read at a moment and has been since. */
interface Known {
  readonly moment: QueueMoment;
  /** The last act on record that is known to have changed nothing of it. */
  readonly sequence: number;
  readonly reported: readonly Reported[];
}

interface Asked {
  readonly moment: QueueMoment;
  readonly filter: QueueFilter;
  readonly limit: number;
}

/** Of each site the last that was read. */
const lines = knownBySite<Known>(LINES_KNOWN_MAX);

/** Acts that have nothing to do with what was reported. */
const ELSEWHERE: ReadonlySet<ActKind> = new Set<ActKind>([
  'claim.taken',
  'claim.released',
  'note.added',
  'note.deleted',
  'author.warned',
  'warning.acknowledged',
  'policy.changed',
  'model.chosen',
  'key.created',
  'key.revoked',
  'webhook.created',
  'webhook.changed',
  'webhook.secret_rotated',
  'webhook.disabled',
  'webhook.deleted',
]);

/** Of a comment that came in since: what the engine made of it. */
const OF_NEW: ReadonlySet<ActKind> = new Set<ActKind>([
  'comment.submitted',
  'comment.approved',
  'comment.held',
  'comment.rejected',
]);

/**
 * What `store.queue.reported` reads. Moderators' windows ask for it again and again, and where
 * thousands of reports are open it is most of what the queue costs; so it is kept, and read anew
 * when something is on record since that could have changed it, whichever instance did that. New
 * comments cannot, but for the replies among them.
 */
export async function openReported(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  asked: Asked,
): Promise<readonly Reported[]> {
  if (!isWhole(asked.filter)) return store.queue.reported(siteId, asked);
  const known = lines.get(store, siteId);
  const still = known && (await followed(store, siteId, { known, moment: asked.moment }));
  if (still) {
    lines.keep(store, siteId, still);
    return still.reported;
  }
  // Before it is read: what comes between is then followed once more, and not missed.
  const { sequence } = await store.audit.head(siteId);
  const reported = await store.queue.reported(siteId, asked);
  const { moment } = asked;
  if (!moment.past) lines.keep(store, siteId, { moment, sequence, reported });
  return reported;
}

const isWhole = (filter: QueueFilter): boolean =>
  Object.values(filter).every((each) => each === undefined);

/** What is known, if it is so at a moment, now or in between; null where it has to be read. */
async function followed(
  store: Store,
  siteId: string,
  { known, moment }: { readonly known: Known; readonly moment: QueueMoment },
): Promise<Known | null> {
  if (moment.id < known.moment.id || hourOf(moment.at) !== hourOf(known.moment.at)) return null;
  const acts = await store.audit.actsAfter(siteId, known.sequence, LINE_ACTS_MAX + 1);
  if (acts.length > LINE_ACTS_MAX || !(await changeNothing(store, siteId, { acts, known }))) {
    return null;
  }
  return { ...known, sequence: acts.at(-1)?.sequence ?? known.sequence };
}

async function changeNothing(
  store: Store,
  siteId: string,
  { acts, known }: { readonly acts: readonly ShortAct[]; readonly known: Known },
): Promise<boolean> {
  const submitted = acts.filter(({ kind }) => kind === 'comment.submitted');
  const fresh = new Set(submitted.flatMap(({ comment_id }) => comment_id ?? []));
  const isElsewhere = ({ kind, comment_id }: ShortAct): boolean =>
    ELSEWHERE.has(kind) || (OF_NEW.has(kind) && comment_id !== null && fresh.has(comment_id));
  if (!acts.every(isElsewhere)) return false;
  const parents = new Set(await store.comments.parentsOf(siteId, [...fresh]));
  return !known.reported.some(({ comment_id }) => parents.has(comment_id));
}
