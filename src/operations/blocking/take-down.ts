import type { Caller } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import type { Comment } from '../../domain/comment.js';
import { GatepostError } from '../../domain/errors.js';
import { emailDomain, emailKey } from '../../domain/identity.js';
import { TAKE_DOWN_BATCH, TAKE_DOWN_LOOKED_AT_MAX, TAKE_DOWN_MAX } from '../../limits/desk.js';
import type { Trace } from '../../store/take-down-store.js';
import { foldedName } from '../../text/folded-name.js';
import { moderator } from '../decide-comment.js';
import { applyDecision, type DecidingDeps } from '../deciding/apply-decision.js';
import { currentPolicy } from '../found.js';
import { ipDigits } from './ip-range.js';

/** How the reason begins for what is rejected because of its author, whatever it says. */
export const OF_BLOCKED_AUTHOR = 'author blocked: ';
/** The same for a block on a name or an address. */
const OF_BLOCKED_IDENTIFIER = 'blocked: ';

/** A block in force, and what it is compared with. */
export interface Blocking {
  readonly caller: Caller;
  readonly block: Block;
  readonly range: { readonly start: string; readonly end: string };
}

/**
 * Rejects what waits for a person, the oldest first and at most `TAKE_DOWN_MAX`: a block must not
 * fail because its author has flooded the queue, and must not keep everybody else waiting. What is
 * left waits on, and can be decided by filter. The answer is how many comments were rejected.
 */
export async function rejectPending(deps: DecidingDeps, on: Blocking): Promise<number> {
  const siteId = on.caller.site_id;
  let rejected = 0;
  while (rejected < TAKE_DOWN_MAX) {
    const pending = await deps.store.comments.pendingOf(siteId, on.block.value, TAKE_DOWN_BATCH);
    if (pending.length === 0) break;
    await rejectAll(deps, on, pending);
    rejected += pending.length;
  }
  return rejected;
}

/**
 * Rejects what the block would have kept out had it been in force since then, approved comments
 * as well as waiting ones, within the caller's transaction. The answer is how many.
 *
 * @throws GatepostError `too_many_comments` beyond `TAKE_DOWN_MAX` comments, or where more than
 *   `TAKE_DOWN_LOOKED_AT_MAX` came in since and each would have to be looked at.
 */
export async function rejectSince(
  deps: DecidingDeps,
  on: Blocking,
  since: string,
): Promise<number> {
  const siteId = on.caller.site_id;
  const ids = await idsSince(deps, on, since);
  if (ids.length > TAKE_DOWN_MAX) {
    throw tooMany(`Since then more than ${TAKE_DOWN_MAX} comments came in that this would reject.`);
  }
  for (let at = 0; at < ids.length; at += TAKE_DOWN_BATCH) {
    const batch = await deps.store.comments.byIds(siteId, ids.slice(at, at + TAKE_DOWN_BATCH));
    await rejectAll(deps, on, [...batch.values()]);
  }
  return ids.length;
}

export function tooMany(detail: string): GatepostError {
  return new GatepostError('too_many_comments', detail);
}

async function idsSince(
  { store }: DecidingDeps,
  { caller, block, range }: Blocking,
  since: string,
): Promise<readonly string[]> {
  const siteId = caller.site_id;
  const limit = TAKE_DOWN_MAX + 1;
  if (block.kind === 'author') {
    return store.takeDowns.visibleOfAuthor(siteId, { author_id: block.value, since, limit });
  }
  const falls = under(block.kind, range);
  const found: string[] = [];
  let after: Trace | null = null;
  for (let looked = 0; found.length < limit; looked += TAKE_DOWN_BATCH) {
    if (looked >= TAKE_DOWN_LOOKED_AT_MAX) {
      throw tooMany(`Since then more than ${TAKE_DOWN_LOOKED_AT_MAX} comments came in.`);
    }
    const page = { since, after, limit: TAKE_DOWN_BATCH };
    const traces: readonly Trace[] = await store.takeDowns.visibleTraces(siteId, page);
    found.push(...traces.filter(falls).map((trace) => trace.comment_id));
    if (traces.length < TAKE_DOWN_BATCH) break;
    after = traces.at(-1) ?? null;
  }
  return found;
}

/** Whether a comment came with an identifier that the block names, compared as new ones are. */
function under(
  kind: Exclude<Block['kind'], 'author'>,
  { start, end }: Blocking['range'],
): (trace: Trace) => boolean {
  const key = ({ author_name, author_email, author_ip }: Trace): string | null => {
    if (kind === 'name') return foldedName(author_name);
    if (kind === 'ip') return author_ip === null ? null : ipDigits(author_ip);
    if (author_email === null) return null;
    return kind === 'email' ? emailKey(author_email) : emailDomain(author_email);
  };
  return (trace) => {
    const own = key(trace);
    return own !== null && own >= start && own <= end;
  };
}

async function rejectAll(
  deps: DecidingDeps,
  { caller, block }: Blocking,
  comments: readonly Comment[],
): Promise<void> {
  const policy = await currentPolicy(deps, caller.site_id);
  const of = block.kind === 'author' ? OF_BLOCKED_AUTHOR : OF_BLOCKED_IDENTIFIER;
  const act = {
    actor: moderator(caller),
    action: 'reject',
    shadow: block.mode === 'shadow',
    reason: `${of}${block.reason}`,
    note: null,
    block_id: block.id,
  } as const;
  for (const before of comments) {
    await applyDecision(deps, caller.site_id, { before, act, policy });
  }
}
