import type { Caller, Deps } from '../deps.js';
import type { Block, BlockMode } from '../domain/block.js';
import { timestamp } from '../domain/time.js';
import { REJECT_PENDING_BATCH } from '../limits.js';
import { checkedUntil, newBlock } from './blocking/new-block.js';
import { applyDecision } from './deciding/apply-decision.js';
import { moderator } from './decide-comment.js';
import { currentPolicy, foundAuthor } from './found.js';
import { type AuthorFile, authorFile } from './get-author.js';
import { blocked, unblocked } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

/** How the reason begins for what is rejected because of its author, whatever it says. */
export const OF_BLOCKED_AUTHOR = 'author blocked: ';

export interface BlockAuthorInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  readonly mode: BlockMode;
  readonly reason: string;
  /** RFC 3339; null for good. */
  readonly until: string | null;
  /** Reject what of the author waits for a person. */
  readonly reject_pending: boolean;
}

export interface AuthorBlocked extends AuthorFile {
  readonly block: Block;
  readonly rejected_comments: number;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId' | 'meter'>;

/**
 * Blocks an author from the very next comment on. A block that is in force on the same author is
 * replaced. What waits is rejected in the same transaction, so that nothing of it is approved
 * between the two.
 *
 * @throws GatepostError `not_found`, `invalid_date`.
 */
export async function blockAuthor(deps: Needs, input: BlockAuthorInput): Promise<AuthorBlocked> {
  const siteId = input.caller.site_id;
  const until = input.until === null ? null : checkedUntil(deps, input.until);
  const done = await deps.store.transaction(async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, input.id);
    const lifting = { at: timestamp(deps.clock()), by: input.caller.name };
    const lifted = await store.blocks.liftAuthor(siteId, author.id, lifting);
    const { mode, reason } = input;
    const block = newBlock(deps, input.caller, {
      kind: 'author',
      value: author.id,
      mode,
      reason,
      until,
    });
    await store.blocks.insert(siteId, block, { start: author.id, end: author.id });
    await recordActs(bound, siteId, [
      ...lifted.map((each) => unblocked(each, moderator(input.caller))),
      blocked(block, moderator(input.caller)),
    ]);
    const rejected = input.reject_pending
      ? await rejectPending(bound, input, block)
      : 0;
    return { ...(await authorFile(bound, siteId, author)), block, rejected_comments: rejected };
  });
  for (let i = 0; i < done.rejected_comments; i += 1) deps.meter.decided('rejected');
  return done;
}

async function rejectPending(
  deps: Needs,
  { caller, mode, reason }: BlockAuthorInput,
  { value: authorId, id: block_id }: Block,
): Promise<number> {
  const { store } = deps;
  const siteId = caller.site_id;
  const policy = await currentPolicy(deps, siteId);
  let rejected = 0;
  for (;;) {
    const pending = await store.comments.pendingOf(siteId, authorId, REJECT_PENDING_BATCH);
    if (pending.length === 0) return rejected;
    for (const before of pending) {
      const act = {
        actor: moderator(caller),
        action: 'reject',
        shadow: mode === 'shadow',
        reason: `${OF_BLOCKED_AUTHOR}${reason}`,
        note: null,
        block_id,
      } as const;
      await applyDecision(deps, siteId, { before, act, policy });
    }
    rejected += pending.length;
  }
}
