import type { Deps } from '../../deps.js';
import type { Change, ImportRemark } from '../../domain/imported.js';
import { REPLY_DEPTH_MAX } from '../../limits.js';
import { IMPORT_BATCH } from '../../limits/transfer.js';
import type { Place, WaitingReply } from '../../store/import-replies.js';
import type { ImportRun } from '../../store/import-store.js';

/**
 * Puts replies below their parents when a whole file has been read: those that came before them.
 * A parent that is not there, is in another thread or is the reply's own reply is told. Doing it
 * twice is doing it once.
 */
export async function linkReplies(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  run: ImportRun,
): Promise<readonly ImportRemark[]> {
  const remarks: ImportRemark[] = [];
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const step: Step = await store.transaction<Step>(siteId, async (bound) =>
      linkSome({ store: bound }, siteId, { run, after: from }),
    );
    remarks.push(...step.remarks);
    if (step.after === null) return remarks;
    after = step.after;
  }
}

interface Step {
  readonly remarks: readonly ImportRemark[];
  /** The last thread that was looked at; null when all were. */
  readonly after: string | null;
}

/** Some threads in one transaction. */
async function linkSome(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { run, after }: { readonly run: ImportRun; readonly after: string | null },
): Promise<Step> {
  const remarks: ImportRemark[] = [];
  let last = after;
  for (let done = 0; done < IMPORT_BATCH; ) {
    const waiting = await deps.store.imports.waitingAfter(siteId, run.id, last);
    const [first] = waiting;
    if (first === undefined) return { remarks, after: null };
    last = first.thread_id;
    done += waiting.length;
    remarks.push(...(await linkThread(deps, siteId, waiting)));
  }
  return { remarks, after: last };
}

async function linkThread(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  waiting: readonly WaitingReply[],
): Promise<readonly ImportRemark[]> {
  const places = await store.imports.places(siteId, waiting[0]?.thread_id ?? '');
  const byExternalId = new Map(places.map((place) => [place.external_id ?? '', place.id]));
  const parents = new Map(places.map(({ id, parent_id }) => [id, parent_id]));
  const known = new Map(places.map((place) => [place.id, place]));
  const replies = new Map(waiting.map((reply) => [reply.comment_id, reply]));
  const remarks: ImportRemark[] = [];
  const note = ({ comment_id, line }: WaitingReply, changed: Change): void => {
    const external_id = known.get(comment_id)?.external_id ?? null;
    remarks.push({ line, external_id, changed });
  };
  for (const reply of waiting) {
    const parent = byExternalId.get(reply.parent_external_id);
    if (parent !== undefined) parents.set(reply.comment_id, parent);
    else note(reply, await isElsewhere(store, siteId, reply));
  }
  const depths = depthsOf(parents, (circular) => {
    const reply = replies.get(circular);
    if (reply === undefined) return false;
    parents.set(circular, null);
    note(reply, 'parent_circular');
    return true;
  });
  for (const place of places) {
    const now: Place = {
      ...place,
      parent_id: parents.get(place.id) ?? null,
      depth: depths.get(place.id) ?? 0,
    };
    const moved = now.parent_id !== place.parent_id || now.depth !== place.depth;
    if (moved) await store.imports.move(siteId, now);
  }
  return remarks;
}

async function isElsewhere(
  store: Deps['store'],
  siteId: string,
  { parent_external_id }: WaitingReply,
): Promise<Change> {
  const found = await store.comments.getByExternalId(siteId, parent_external_id);
  return found === null ? 'parent_missing' : 'parent_elsewhere';
}

/**
 * How deep each comment stands. Where comments answer each other in a circle, `cut` is asked for
 * each of them until it takes one out. Linear in the comments.
 */
function depthsOf(
  parents: ReadonlyMap<string, string | null>,
  cut: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const id of parents.keys()) {
    const path: string[] = [];
    const inPath = new Set<string>();
    let at: string | null = id;
    while (at !== null && !depths.has(at)) {
      if (inPath.has(at)) {
        path.slice(path.indexOf(at)).some(cut);
        break;
      }
      path.push(at);
      inPath.add(at);
      at = parents.get(at) ?? null;
    }
    // From the top down; of a circle that was cut, the one that now stands by itself comes first.
    const top = path.findIndex((each) => (parents.get(each) ?? null) === null);
    const ordered = top < 0 ? path : [...path.slice(top + 1), ...path.slice(0, top + 1)];
    for (const each of ordered.reverse()) {
      const parent = parents.get(each) ?? null;
      const above = parent === null ? -1 : (depths.get(parent) ?? -1);
      depths.set(each, Math.min(above + 1, REPLY_DEPTH_MAX));
    }
  }
  return depths;
}
