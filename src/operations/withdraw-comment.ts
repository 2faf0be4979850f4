import type { Caller, Deps } from '../deps.js';
import { timestamp } from '../domain/time.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import { type CommentRecord, decide } from './judging/record.js';

/**
 * The author withdrew a comment: readers no longer see it, the record keeps it. Withdrawing twice
 * is withdrawing once.
 *
 * @throws GatepostError `not_found`.
 */
export async function withdrawComment(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<CommentRecord> {
  const siteId = caller.site_id;
  return deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const before = await withCompany(bound, siteId, await foundComment(bound, siteId, id));
    if (before.comment.status === 'deleted') return before;
    const { author } = before;
    const latest = await store.decisions.latestOf(siteId, [before.comment.id]);
    const { comment, decision } = decide(
      deps,
      {
        actor: { kind: 'author', id: author.id, name: author.name },
        action: 'delete',
        shadow: false,
        reason: null,
        note: null,
      },
      {
        comment: before.comment,
        policy: await currentPolicy(bound, siteId),
        supersedes: latest.get(before.comment.id)?.id ?? null,
        now: timestamp(deps.clock()),
      },
    );
    await store.comments.update(siteId, comment, before.comment.version);
    await store.decisions.insert(siteId, decision);
    return { ...before, comment };
  });
}
