import { type Action, severer } from '../../domain/action.js';
import type { Block, BlockMode } from '../../domain/block.js';
import type { Comment } from '../../domain/comment.js';
import type { Actor, Decision } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import { TAKE_DOWN_BATCH, TAKE_DOWN_MAX } from '../../limits/desk.js';
import type { BlockFact, StoredHistory } from '../../moderation/facts.js';
import type { JudgedBy } from '../../store/take-down-store.js';
import { applyDecision, type DecidingDeps } from '../deciding/apply-decision.js';
import { currentPolicy } from '../found.js';
import { tooMany } from './take-down.js';

/** How the reason begins for what comes back because a block was lifted. */
const OF_LIFTED_BLOCK = 'block lifted: ';

export interface Lifted {
  readonly block: Block;
  readonly actor: Actor;
}

const BLOCK_RULES: ReadonlySet<string> = new Set(['author_blocked', 'identifier_blocked']);

/** What another block asks for that was not lifted, also where it has ended by itself. */
const ACTION_OF: Readonly<Record<BlockMode, Action>> = {
  hold: 'hold',
  reject: 'reject',
  shadow: 'reject',
};

interface Work extends Lifted {
  readonly site_id: string;
  /** The block and those whose place it took. */
  readonly chain: ReadonlySet<string>;
  readonly policy: Policy;
}

/** A comment that comes back: as what, and which decision's status that is. */
interface Return {
  readonly comment: Comment;
  readonly action: 'approve' | 'hold';
  readonly restores: string | null;
}

/**
 * Brings back what a lifted block alone rejected, within the caller's transaction. What it took
 * down gets the status that it had, unless somebody has decided since. What the engine rejected on
 * arrival gets what the other findings say. What another block keeps down stays down. The answer is
 * how many comments came back.
 *
 * @throws GatepostError `too_many_comments` beyond `TAKE_DOWN_MAX` comments.
 */
export async function restoreAfter(
  deps: DecidingDeps,
  siteId: string,
  lifted: Lifted,
): Promise<number> {
  const chain = new Set(await deps.store.blocks.withReplaced(siteId, lifted.block.id));
  const policy = await currentPolicy(deps, siteId);
  const work = { ...lifted, site_id: siteId, chain, policy };
  const taken = await restoreTakenDown(deps, work);
  return restoreJudged(deps, work, taken);
}

async function restoreTakenDown(deps: DecidingDeps, work: Work): Promise<number> {
  const { site_id, chain } = work;
  const all = await deps.store.takeDowns.standing(site_id, [...chain], TAKE_DOWN_MAX + 1);
  refuseTooMany(all.length);
  // What was erased meanwhile stays down: there is nothing to show.
  const found = all.filter(({ comment }) => comment.redacted_at === null);
  for (let at = 0; at < found.length; at += TAKE_DOWN_BATCH) {
    const batch = found.slice(at, at + TAKE_DOWN_BATCH);
    const ids = batch.flatMap(({ before }) => (before === null ? [] : [before]));
    const earlier = await deps.store.decisions.byIds(site_id, ids);
    for (const { comment, before } of batch) {
      const decision = before === null ? undefined : earlier.get(before);
      // Only what was approved or waited is ever taken down.
      const action = decision?.status === 'approved' ? 'approve' : 'hold';
      await bringBack(deps, work, { comment, action, restores: before });
    }
  }
  return found.length;
}

async function restoreJudged(
  deps: DecidingDeps,
  work: Work,
  restored: number,
): Promise<number> {
  const { block, chain, site_id } = work;
  const first = [...chain].reduce((a, b) => (a < b ? a : b));
  const rule = block.kind === 'author' ? 'author_blocked' : 'identifier_blocked';
  const author_id = block.kind === 'author' ? block.value : null;
  let count = restored;
  // Ids sort by the time they were made at, whatever they are of.
  let after: string | undefined = `dec${first.slice(first.indexOf('_'))}`;
  while (after !== undefined) {
    const query = { rule, author_id, after, limit: TAKE_DOWN_BATCH };
    const page: readonly JudgedBy[] = await deps.store.takeDowns.judgedBy(site_id, query);
    const ids = page.map((each) => each.comment_id);
    const returns = await returnsOf(deps, work, ids);
    count += returns.length;
    refuseTooMany(count);
    for (const each of returns) await bringBack(deps, work, each);
    after = page.length < TAKE_DOWN_BATCH ? undefined : page.at(-1)?.decision_id;
  }
  return count;
}

/** Of comments that the engine rejected, those that this block alone kept out. */
async function returnsOf(
  { store }: DecidingDeps,
  { site_id, chain }: Work,
  ids: readonly string[],
): Promise<readonly Return[]> {
  const judgements = await store.decisions.latestOf(site_id, ids);
  const others = [...judgements.values()].flatMap((each) => blocksOf(each, chain).others);
  const lifted = await store.blocks.liftedAmong(site_id, [...new Set(others.map(({ id }) => id))]);
  const comments = [...(await store.comments.byIds(site_id, ids)).values()];
  return comments.flatMap((comment): readonly Return[] => {
    const judgement = judgements.get(comment.id);
    if (judgement === undefined) return [];
    const { own, others: named } = blocksOf(judgement, chain);
    if (!own) return [];
    const action = named
      .filter(({ id }) => !lifted.has(id))
      .reduce<Action>((all, { mode }) => severer(all, ACTION_OF[mode]), withoutBlocks(judgement));
    return action === 'reject' ? [] : [{ comment, action, restores: null }];
  });
}

/** Whether the chain was among the blocks that applied, and which others did. */
function blocksOf(
  { facts }: Decision,
  chain: ReadonlySet<string>,
): { readonly own: boolean; readonly others: readonly BlockFact[] } {
  if (facts === null) return { own: false, others: [] };
  const { history } = JSON.parse(facts) as { readonly history?: StoredHistory };
  const all = history?.blocks ?? [];
  const others = all.filter(({ id }) => !chain.has(id));
  return { own: others.length < all.length, others };
}

/** What follows from everything that was found but blocks. */
function withoutBlocks({ findings }: Decision): Action {
  return findings
    .filter(({ rule, outcome }) => !(BLOCK_RULES.has(rule) && outcome === 'match'))
    .reduce<Action>((all, { action }) => severer(all, action), 'approve');
}

async function bringBack(
  deps: DecidingDeps,
  { site_id, block, actor, policy }: Work,
  { comment, action, restores }: Return,
): Promise<void> {
  const act = {
    actor,
    action,
    shadow: false,
    reason: `${OF_LIFTED_BLOCK}${block.reason}`,
    note: null,
    block_id: block.id,
    restores,
  };
  await applyDecision(deps, site_id, { before: comment, act, policy });
}

function refuseTooMany(count: number): void {
  if (count > TAKE_DOWN_MAX) {
    throw tooMany(`The block alone keeps down more than ${TAKE_DOWN_MAX} comments.`);
  }
}
