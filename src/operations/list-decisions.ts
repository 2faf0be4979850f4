import type { Caller, Deps } from '../deps.js';
import type { ActorKind, Decision, DecisionAction } from '../domain/decision.js';
import { GatepostError } from '../domain/errors.js';
import { type Page, pageOf, type PageRequest } from '../domain/page.js';
import { inUtc } from '../domain/time.js';
import { namedIds } from './found.js';

/** All that is given must hold. */
export interface DecisionQuery {
  /** Our id or the CMS's. */
  readonly comment?: string;
  /** Of the comment; our id or the CMS's. */
  readonly author?: string;
  readonly actor_kind?: ActorKind;
  /** The id of a key, or of an author. */
  readonly actor?: string;
  readonly action?: DecisionAction;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  /** RFC 3339, exclusive. */
  readonly to?: string;
}

export interface ListDecisionsInput {
  readonly caller: Caller;
  readonly query: DecisionQuery;
  readonly page: PageRequest;
}

/**
 * The site's decisions with their findings, newest first.
 *
 * @throws GatepostError `invalid_cursor`.
 */
export async function listDecisions(
  deps: Pick<Deps, 'store'>,
  { caller, query, page }: ListDecisionsInput,
): Promise<Page<Decision>> {
  const siteId = caller.site_id;
  const { comment, author, actor, actor_kind, action, from, to } = query;
  const named = await namedIds(deps, siteId, { comment, author });
  if (named === null) return { data: [], next_cursor: null };
  const read = await deps.store.decisions.list(
    siteId,
    {
      ...named,
      ...(actor !== undefined && { actor_id: actor }),
      ...(actor_kind !== undefined && { actor_kind }),
      ...(action !== undefined && { action }),
      ...(from !== undefined && { from: inUtc(from) }),
      ...(to !== undefined && { to: inUtc(to) }),
    },
    page,
  );
  if (read === null) {
    throw new GatepostError('invalid_cursor', 'No decision of this site has the cursor as its id.');
  }
  return pageOf(read, page.limit);
}
