import type { Caller, Deps } from '../deps.js';
import type { Author } from '../domain/author.js';
import { ERASED_NAME, type Erasure } from '../domain/erasure.js';
import { GatepostError } from '../domain/errors.js';
import { timestamp } from '../domain/time.js';
import { ERASURE_WAIT_MILLISECONDS } from '../limits/transfer.js';
import { carryOn } from './erasing/carry-on.js';
import { foundAuthor } from './found.js';
import { erasing } from './recording/acts-of-privacy.js';
import { recordActs } from './recording/record-acts.js';

export interface EraseAuthorInput {
  readonly caller: Caller;
  /** Our id or the CMS's. */
  readonly id: string;
  /** Our id of the author again: what is erased does not come back. */
  readonly confirm: string;
  readonly keep_texts: boolean;
  readonly keep_blocks: boolean;
  readonly reason: string | null;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'stopwatch' | 'newId' | 'randomBytes'>;

/**
 * Takes away all that tells who an author is. From the first transaction on nobody finds the
 * author by name, address or id, and who posts under them is somebody new; the comments follow in
 * steps. What is not done within `ERASURE_WAIT_MILLISECONDS` the service goes on with by itself,
 * also after a crash. Asking again goes on at once, and can widen what was asked for: texts that
 * were kept can be erased later.
 *
 * @throws GatepostError `not_found`; `invalid_request` where `confirm` is not the author's id.
 */
export async function eraseAuthor(deps: Needs, input: EraseAuthorInput): Promise<Erasure> {
  const siteId = input.caller.site_id;
  const begun = await deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const author = await foundAuthor(bound, siteId, input.id);
    refuseUnconfirmed(author, input.confirm);
    return begin(bound, author, input);
  });
  const until = deps.stopwatch() + ERASURE_WAIT_MILLISECONDS;
  return carryOn(deps, siteId, { author_id: begun.author_id, until });
}

function refuseUnconfirmed(author: Author, confirm: string): void {
  if (confirm === author.id) return;
  throw new GatepostError('invalid_request', 'What is erased does not come back.', {
    errors: [{ pointer: '/confirm', detail: `must be the id of the author: ${author.id}` }],
  });
}

/** The erasure as it stands, or as it widens; the author's own row is dealt with at once. */
async function begin(deps: Needs, author: Author, input: EraseAuthorInput): Promise<Erasure> {
  const { store } = deps;
  const siteId = input.caller.site_id;
  const known = await store.erasures.get(siteId, author.id);
  if (known !== null && !widens(known, input)) return known;
  const now = timestamp(deps.clock());
  const erasure: Erasure = {
    author_id: author.id,
    keep_texts: input.keep_texts && (known?.keep_texts ?? true),
    keep_blocks: input.keep_blocks && (known?.keep_blocks ?? true),
    reason: input.reason ?? known?.reason ?? null,
    requested_at: now,
    requested_by: input.caller.id,
    known_as: known?.known_as ?? {
      external_id: author.external_id,
      email: author.email,
      name: author.name,
    },
    done_through: '',
    comments: 0,
    finished_at: null,
  };
  await store.erasures.put(siteId, erasure);
  await store.authors.update(siteId, pseudonymous(author, now));
  await recordActs(deps, siteId, [erasing(erasure)]);
  return erasure;
}

function widens(known: Erasure, asked: EraseAuthorInput): boolean {
  return (known.keep_texts && !asked.keep_texts) || (known.keep_blocks && !asked.keep_blocks);
}

/** Known by nothing that a submission could have. */
function pseudonymous(author: Author, now: string): Author {
  return {
    ...author,
    identity_kind: 'erased',
    identity_key: author.id,
    external_id: null,
    name: ERASED_NAME,
    folded_name: '',
    email: null,
    url: null,
    updated_at: now,
    erased_at: author.erased_at ?? now,
  };
}
