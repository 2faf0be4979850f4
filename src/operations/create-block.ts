import type { Caller, Deps } from '../deps.js';
import type { Block, BlockKind, BlockMode } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';
import { emailDomain, emailKey } from '../domain/identity.js';
import { timestamp } from '../domain/time.js';
import { foldedName } from '../text/folded-name.js';
import { ipRange } from './blocking/ip-range.js';
import { checkedUntil, newBlock } from './blocking/new-block.js';
import { moderator } from './decide-comment.js';
import { foundAuthor } from './found.js';
import { blocked, unblocked } from './recording/acts.js';
import { recordActs } from './recording/record-acts.js';

export interface CreateBlockInput {
  readonly caller: Caller;
  readonly kind: BlockKind;
  /** An author's id (ours or the CMS's), a name, an e-mail address, a domain, an IP or a CIDR. */
  readonly value: string;
  readonly mode: BlockMode;
  readonly reason: string;
  readonly until: string | null;
}

/** A value as it is shown, and what identifiers are compared with. */
interface Target {
  readonly value: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Blocks an identifier from the very next comment on. A block in force on the same value is
 * replaced.
 *
 * @throws GatepostError `invalid_request` for a value that is not of its kind, `not_found` for an
 *   author who does not exist, `invalid_date`.
 */
export async function createBlock(
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  input: CreateBlockInput,
): Promise<Block> {
  const { caller, kind, mode, reason } = input;
  const siteId = caller.site_id;
  const until = input.until === null ? null : checkedUntil(deps, input.until);
  return deps.store.transaction(async (store) => {
    const target =
      kind === 'author'
        ? exact((await foundAuthor({ store }, siteId, input.value)).id)
        : identifier(kind, input.value);
    const now = timestamp(deps.clock());
    const same = await store.blocks.findSame(siteId, { kind, value: target.value, now });
    const lifting = { at: now, by: caller.name };
    const lifted = same && (await store.blocks.lift(siteId, same.id, lifting));
    const block = newBlock(deps, caller, { kind, value: target.value, mode, reason, until });
    await store.blocks.insert(siteId, block, target);
    await recordActs({ ...deps, store }, siteId, [
      ...(lifted ? [unblocked(lifted, moderator(caller))] : []),
      blocked(block, moderator(caller)),
    ]);
    return block;
  });
}

function exact(value: string): Target {
  return { value, start: value, end: value };
}

function identifier(kind: Exclude<BlockKind, 'author'>, value: string): Target {
  const written = value.trim();
  if (kind === 'ip') {
    const range = ipRange(written);
    if ('problem' in range) throw unusable(range.problem);
    return { value: range.cidr, start: range.start, end: range.end };
  }
  if (kind === 'name') {
    const folded = foldedName(written);
    if (folded === '') throw unusable('has no letter or digit to know a name by');
    return { value: written, start: folded, end: folded };
  }
  if (kind === 'email') {
    if (!/^[^@\s]+@[^@\s]+$/u.test(written)) throw unusable('is not an e-mail address');
    return exact(emailKey(written));
  }
  const domain = emailDomain(`@${written.replace(/^@/u, '')}`);
  if (domain === null || !/^[^@\s.]+(\.[^@\s.]+)+$/u.test(domain)) {
    throw unusable('is not a domain such as example.com');
  }
  return exact(domain);
}

function unusable(problem: string): GatepostError {
  return new GatepostError('invalid_request', `The value ${problem}.`, {
    errors: [{ pointer: '/value', detail: problem }],
  });
}
