import type { Caller, Deps } from '../deps.js';
import { applyDecision } from './deciding/apply-decision.js';
import { currentPolicy, foundComment, withCompany } from './found.js';
import type { CommentRecord } from './judging/record.js';

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
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const before = await withCompany(bound, siteId, await foundComment(bound, siteId, id));
    if (before.comment.status === 'deleted') return before;
    const { author } = before;
    const applied = await applyDecision(bound, siteId, {
      before: before.comment,
      act: {
        actor: { kind: 'author', id: author.id, name: author.name },
        action: 'delete',
        shadow: false,
        reason: null,
        note: null,
      },
      policy: await currentPolicy(bound, siteId),
    });
    return { ...before, ...(applied && { comment: applied.comment }) };
  });
}
