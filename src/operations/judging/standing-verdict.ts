import type { Deps } from '../../deps.js';
import type { Comment } from '../../domain/comment.js';
import type { Verdict } from '../../domain/finding.js';
import { verdictOfDecision } from './verdict-of-decision.js';

/**
 * The verdict that a comment's text was given last, whatever people decided since. An imported
 * comment was never judged here: it stands as somebody decided.
 */
export async function standingVerdict(
  { store: { decisions } }: Pick<Deps, 'store'>,
  siteId: string,
  { id }: Pick<Comment, 'id'>,
): Promise<Verdict> {
  const judged = await decisions.latestJudgementOf(siteId, [id]);
  const decision = judged.get(id) ?? (await decisions.latestOf(siteId, [id])).get(id);
  if (!decision) throw new Error(`nothing was ever decided about comment ${id}`);
  return verdictOfDecision(decision);
}
