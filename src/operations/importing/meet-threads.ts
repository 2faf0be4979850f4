import type { Deps } from '../../deps.js';
import { datedId } from '../../domain/dated-id.js';
import type { ImportedComment } from '../../domain/imported.js';
import type { Thread } from '../../domain/thread.js';

/** Threads as they are after a lot of comments, by the CMS's id. */
export interface MetThreads {
  threadOf(comment: ImportedComment): Thread;
  readonly unknown: readonly Thread[];
  readonly changed: readonly Thread[];
}

/**
 * Meets the threads of a lot. What the site knows of a thread counts for more than an old file:
 * only an address, a title or a section that is not known is taken over.
 */
export async function meetThreads(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  lot: { readonly comments: readonly ImportedComment[]; readonly started_at: string },
): Promise<MetThreads> {
  const ids = lot.comments.map(({ thread }) => thread.external_id);
  const met = new Map(await store.imports.threads(siteId, [...new Set(ids)]));
  const known = new Set(met.keys());
  const changed = new Set<string>();
  for (const comment of lot.comments) {
    const { external_id } = comment.thread;
    const before = met.get(external_id);
    const after =
      before === undefined ? newThread(comment, lot.started_at) : completed(before, comment.thread);
    met.set(external_id, after);
    if (after !== before && known.has(external_id)) changed.add(external_id);
  }
  const all = [...met];
  return {
    threadOf: ({ thread }) => {
      const found = met.get(thread.external_id);
      if (found === undefined) throw new Error('a thread of this lot was not met');
      return found;
    },
    unknown: all.filter(([id]) => !known.has(id)).map(([, thread]) => thread),
    changed: all.filter(([id]) => changed.has(id)).map(([, thread]) => thread),
  };
}

function newThread({ thread, created_at }: ImportedComment, started: string): Thread {
  const { external_id, url, title, section, closed } = thread;
  const since = thread.created_at ?? created_at;
  return {
    id: datedId('thr', Date.parse(since), [external_id]),
    external_id,
    url,
    title,
    section,
    closed_at: closed ? started : null,
    premoderated_at: null,
    created_at: since,
    updated_at: started,
  };
}

function completed(known: Thread, { url, title, section }: ImportedComment['thread']): Thread {
  const said = {
    url: known.url ?? url,
    title: known.title ?? title,
    section: known.section ?? section,
  };
  const same =
    said.url === known.url && said.title === known.title && said.section === known.section;
  return same ? known : { ...known, ...said };
}
