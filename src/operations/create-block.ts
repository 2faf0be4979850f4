import type { Caller, Deps } from '../deps.js';
import type { BlockKind } from '../domain/block.js';
import { GatepostError } from '../domain/errors.js';
import { emailDomain, emailKey } from '../domain/identity.js';
import { foldedName } from '../text/folded-name.js';
import { ipRange } from './blocking/ip-range.js';
import {
  type BlockTerms,
  checkedTerms,
  type Raised,
  raiseBlock,
  type Target,
} from './blocking/raise-block.js';
import { foundAuthor } from './found.js';

export interface CreateBlockInput extends BlockTerms {
  readonly caller: Caller;
  readonly kind: BlockKind;
  /** An author's id (ours or the CMS's), a name, an e-mail address, a domain, an IP or a CIDR. */
  readonly value: string;
}

/**
 * Blocks an identifier from the very next comment on. A block in force on the same value is
 * replaced. What came in since `reject_since` is rejected in the same transaction.
 *
 * @throws GatepostError `invalid_request` for a value that is not of its kind, `not_found` for an
 *   author who does not exist, `invalid_date`, `too_many_comments`.
 */
export async function createBlock(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'meter'>,
  { caller, kind, value, ...said }: CreateBlockInput,
): Promise<Raised> {
  const terms = checkedTerms(deps, said);
  const raised = await deps.store.transaction(caller.site_id, async (store) => {
    const bound = { ...deps, store };
    const target =
      kind === 'author'
        ? exact(kind, (await foundAuthor(bound, caller.site_id, value)).id)
        : identifier(kind, value);
    return raiseBlock(bound, caller, { target, terms, reject_pending: false });
  });
  for (let i = 0; i < raised.rejected_comments; i += 1) deps.meter.decided('rejected');
  return raised;
}

function exact(kind: BlockKind, value: string): Target {
  return { kind, value, start: value, end: value };
}

function identifier(kind: Exclude<BlockKind, 'author'>, value: string): Target {
  const written = value.trim();
  if (kind === 'ip') {
    const range = ipRange(written);
    if ('problem' in range) throw unusable(range.problem);
    return { kind, value: range.cidr, start: range.start, end: range.end };
  }
  if (kind === 'name') {
    const folded = foldedName(written);
    if (folded === '') throw unusable('has no letter or digit to know a name by');
    return { kind, value: written, start: folded, end: folded };
  }
  if (kind === 'email') {
    if (!/^[^@\s]+@[^@\s]+$/u.test(written)) throw unusable('is not an e-mail address');
    return exact(kind, emailKey(written));
  }
  const domain = emailDomain(`@${written.replace(/^@/u, '')}`);
  if (domain === null || !/^[^@\s.]+(\.[^@\s.]+)+$/u.test(domain)) {
    throw unusable('is not a domain such as example.com');
  }
  return exact(kind, domain);
}

function unusable(problem: string): GatepostError {
  return new GatepostError('invalid_request', `The value ${problem}.`, {
    errors: [{ pointer: '/value', detail: problem }],
  });
}
