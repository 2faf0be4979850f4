import type { Deps } from '../deps.js';
import { restricts } from '../domain/restriction.js';
import type { Statement } from '../domain/statement.js';
import { foundComment } from './found.js';
import { notRestricted, seesHidden, type StatementAsked } from './stating/reader.js';
import { stateDecision } from './stating/state-decision.js';

/**
 * The statement of reasons for how a comment stands, by our id or the CMS's. A comment that is
 * hidden from others without its author being told answers to a CMS as one that is not restricted.
 *
 * @throws GatepostError `not_found`, `not_restricted`.
 */
export async function getCommentStatement(
  deps: Pick<Deps, 'store'>,
  { caller, id, locale }: StatementAsked,
): Promise<Statement> {
  const siteId = caller.site_id;
  const comment = await foundComment(deps, siteId, id);
  const decisions = await deps.store.decisions.ofComment(siteId, comment.id);
  const decision = decisions.at(-1);
  const hidden = comment.shadowed_at !== null && !seesHidden(caller);
  if (decision === undefined || !restricts(decision) || hidden) throw notRestricted('comment');
  return stateDecision(deps, siteId, { comment, decision, decisions, locale });
}
