import type { Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { restricts } from '../domain/restriction.js';
import type { Statement } from '../domain/statement.js';
import { foundComment } from './found.js';
import { notRestricted, seesHidden, type StatementAsked } from './stating/reader.js';
import { stateDecision } from './stating/state-decision.js';

/**
 * The statement of reasons for one decision, also for one that no longer stands. Of a decision that
 * the author is not to learn of it is for moderators alone, until the comment is no longer hidden.
 *
 * @throws GatepostError `not_found`, `not_restricted`.
 */
export async function getDecisionStatement(
  deps: Pick<Deps, 'store'>,
  { caller, id, locale }: StatementAsked,
): Promise<Statement> {
  const siteId = caller.site_id;
  const commentId = await deps.store.statements.commentOf(siteId, id);
  if (commentId === null) {
    throw new GatepostError('not_found', `There is no decision with the id ${JSON.stringify(id)}.`);
  }
  const comment = await foundComment(deps, siteId, commentId);
  const decisions = await deps.store.decisions.ofComment(siteId, commentId);
  const decision = decisions.find((each) => each.id === id);
  const hidden = decision?.shadow === true && comment.shadowed_at !== null && !seesHidden(caller);
  if (decision === undefined || !restricts(decision) || hidden) throw notRestricted('decision');
  return stateDecision(deps, siteId, { comment, decision, decisions, locale });
}
