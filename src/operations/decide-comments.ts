import type { Caller, Deps } from '../deps.js';
import type { ErrorCode } from '../domain/errors.js';
import { GatepostError } from '../domain/errors.js';
import type { Comment } from '../domain/comment.js';
import { BULK_DECISIONS_BATCH } from '../limits/desk.js';
import type { Store } from '../store/store.js';
import { moderator } from './decide-comment.js';
import { decidable, decideOne, type Decided, type Said } from './deciding/decide-one.js';
import { currentPolicy } from './found.js';
import { learnAfterDecision } from './house/after-decision.js';
import type { CommentRecord } from './judging/record.js';
import { giveWay } from './replaying/pace.js';

/** What became of one decision of many. */
export interface Outcome {
  /** As the caller named it. */
  readonly comment_id: string;
  /** Null when it was decided. */
  readonly refused: { readonly code: ErrorCode; readonly detail: string } | null;
  readonly decision_id: string | null;
  /** The comment as it now stands, where it is known. */
  readonly comment: Pick<Comment, 'id' | 'status' | 'version'> | null;
}

type Needs = Pick<
  Deps,
  'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'
>;

/**
 * Many decisions, each answered for itself and in the order in which they were sent. They are
 * taken in transactions of a few, between which others have their turn; what is answered as
 * decided is on the disk, whatever happens to those that follow. After a fault the rest is not
 * tried.
 */
export async function decideComments(
  deps: Needs,
  { caller, decisions }: { readonly caller: Caller; readonly decisions: readonly Said[] },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < decisions.length) {
    const batch = decisions.slice(outcomes.length, outcomes.length + BULK_DECISIONS_BATCH);
    const decided = await batchOf(deps, caller, batch);
    if (decided === null) {
      return [...outcomes, ...decisions.slice(outcomes.length).map(failedOutcome)];
    }
    outcomes.push(...decided);
    for (const { refused, comment } of decided) {
      if (refused !== null || comment === null) continue;
      deps.meter.decided(comment.status);
      learnAfterDecision(deps, caller.site_id);
    }
    await giveWay();
  }
  return outcomes;
}

/** A few of them in one transaction; null after a fault, which undoes these few. */
async function batchOf(
  deps: Needs,
  caller: Caller,
  batch: readonly Said[],
): Promise<Outcome[] | null> {
  const siteId = caller.site_id;
  const work = async (store: Store): Promise<Outcome[]> => {
    const bound = { ...deps, store };
    const on = {
      siteId,
      actor: moderator(caller),
      policy: await currentPolicy(bound, siteId),
    };
    const outcomes: Outcome[] = [];
    for (const said of batch) {
      // A refusal comes before anything is written, so it leaves the transaction as it was.
      const before = await decidable(bound, caller, said).catch(refusalOf);
      if (before instanceof GatepostError) outcomes.push(refusedOutcome(said, before));
      else outcomes.push(decidedOutcome(said, await decideOne(bound, before, { ...on, said })));
    }
    return outcomes;
  };
  return deps.store.transaction(siteId, work).catch((fault: unknown) => {
    const name = fault instanceof Error ? fault.name : typeof fault;
    deps.log.error({ site: siteId, fault: name }, 'could not decide about comments');
    return null;
  });
}

/** @throws what is no refusal. */
function refusalOf(error: unknown): GatepostError {
  if (error instanceof GatepostError) return error;
  throw error;
}

function decidedOutcome({ id }: Said, { comment, decision }: Decided): Outcome {
  return { comment_id: id, refused: null, decision_id: decision.id, comment };
}

function refusedOutcome({ id }: Said, { code, message, current }: GatepostError): Outcome {
  const comment = code === 'version_conflict' ? (current as CommentRecord).comment : null;
  return { comment_id: id, refused: { code, detail: message }, decision_id: null, comment };
}

function failedOutcome({ id }: Said): Outcome {
  // What was committed while the connection broke is done, and nobody here can tell.
  const detail = 'The service could not do it now. Send it again: if it is done, that is a conflict.';
  const refused = { code: 'unavailable', detail } as const;
  return { comment_id: id, refused, decision_id: null, comment: null };
}
