import { createHash } from 'node:crypto';

import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import { secondsBefore, timestamp } from '../domain/time.js';
import {
  BULK_COUNT_STEP,
  BULK_DECISIONS_MAX,
  BULK_MATCHES_MAX,
  BULK_SAMPLE_MAX,
  DRY_RUN_SECONDS_MAX,
} from '../limits/desk.js';
import type { SelectionQuery } from '../store/comment-selection.js';
import type { QueueMoment } from '../store/queue-filter.js';
import { decideComments, type Outcome } from './decide-comments.js';
import type { Said } from './deciding/decide-one.js';
import { commentFilter, type CommentQuery, listed, type ListedComment } from './list-comments.js';
import { decoded, encoded, momentNow, momentOf } from './queueing/moment.js';
import { giveWay } from './replaying/pace.js';

export interface FilterDecision extends Omit<Said, 'id' | 'seen_version'> {
  readonly filter: Omit<CommentQuery, 'text'>;
}

interface Input {
  readonly caller: Caller;
  readonly decision: FilterDecision;
}

type Needs = Pick<
  Deps,
  'store' | 'classifier' | 'clock' | 'stopwatch' | 'newId' | 'meter' | 'log'
>;

export interface FilterInput extends Input {
  /** Say what it would be about, and change nothing. */
  readonly dry_run: boolean;
  /** Of the dry run, or of the turn before. */
  readonly token: string | null;
}

export interface FilterRun {
  /** How many a dry run found, or how many a real one took on in this turn. */
  readonly count: number;
  /** There are more than were counted, or more for the next turn. */
  readonly more: boolean;
  /** Of a dry run: the oldest few. */
  readonly sample: readonly ListedComment[];
  readonly outcomes: readonly Outcome[];
  /** To do it, or to go on with it; null when nothing is left. */
  readonly token: string | null;
}

/**
 * Decides about what has something in common, after a dry run that says what that would be. Only
 * comments that the dry run was about and that nobody has touched since are decided about, oldest
 * first and so many at once; the token that is answered goes on behind them.
 *
 * @throws GatepostError `dry_run_needed` for a token that is none, is of another filter, action or
 *   key, or is older than an hour.
 */
export async function decideByFilter(deps: Needs, input: FilterInput): Promise<FilterRun> {
  return input.dry_run ? dryRun(deps, input) : turnOf(deps, input);
}

const NOTHING: FilterRun = { count: 0, more: false, sample: [], outcomes: [], token: null };

async function dryRun(deps: Needs, { caller, decision }: Input): Promise<FilterRun> {
  const siteId = caller.site_id;
  const moment = momentNow(deps);
  const filter = await commentFilter(deps, siteId, { ...WAITING, ...decision.filter });
  if (filter === null) return NOTHING;
  const first = { filter, moment, after: '', limit: BULK_SAMPLE_MAX };
  const ids = (await deps.store.comments.select(siteId, first)).map(({ id }) => id);
  if (ids.length === 0) return NOTHING;
  const comments = await deps.store.comments.byIds(siteId, ids);
  const count = await counted(deps, siteId, { filter, moment });
  return {
    count: Math.min(count, BULK_MATCHES_MAX),
    more: count > BULK_MATCHES_MAX,
    sample: await listed(deps, siteId, { comments: [...comments.values()].sort(byId) }),
    outcomes: [],
    token: encoded([moment.id, moment.at, '', digestOf(caller, decision)]),
  };
}

async function turnOf(deps: Needs, { caller, decision, token }: FilterInput): Promise<FilterRun> {
  const siteId = caller.site_id;
  const { moment, after } = checkedToken(deps, { caller, decision, token });
  const { filter: asked, ...said } = decision;
  const filter = await commentFilter(deps, siteId, { ...WAITING, ...asked });
  if (filter === null) return NOTHING;
  const limit = BULK_DECISIONS_MAX + 1;
  const found = await deps.store.comments.select(siteId, { filter, moment, after, limit });
  const turn = found.slice(0, BULK_DECISIONS_MAX);
  const outcomes = await decideComments(deps, {
    caller,
    decisions: turn.map(({ id, version }) => ({ ...said, id, seen_version: version })),
  });
  const last = found.length > turn.length ? turn.at(-1) : undefined;
  return {
    count: outcomes.length,
    more: last !== undefined,
    sample: [],
    outcomes,
    token: last ? encoded([moment.id, moment.at, last.id, digestOf(caller, decision)]) : null,
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

async function counted(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  query: Pick<SelectionQuery, 'filter' | 'moment'>,
): Promise<number> {
  let count = 0;
  let after = '';
  while (count <= BULK_MATCHES_MAX) {
    const step = await store.comments.select(siteId, { ...query, after, limit: BULK_COUNT_STEP });
    count += step.length;
    if (step.length < BULK_COUNT_STEP) break;
    after = step.at(-1)?.id ?? '';
    await giveWay();
  }
  return count;
}

/** What is meant where no status is named. */
const WAITING = { status: 'pending' } as const;

/** Equal for decisions that say the same of the same, by the same key. */
function digestOf({ id }: Caller, { filter, action }: FilterDecision): string {
  const asked = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([id, action, asked])).digest('base64url');
}

function checkedToken(
  deps: Pick<Deps, 'clock'>,
  { caller, decision, token }: Input & { readonly token: string | null },
): { readonly moment: QueueMoment; readonly after: string } {
  const [id, at, after, digest] = (token === null ? null : decoded(token)) ?? [];
  const moment = momentOf(id, at);
  const refused = (detail: string): GatepostError => new GatepostError('dry_run_needed', detail);
  if (moment === null || typeof after !== 'string') {
    throw refused('The request has no token of a dry run.');
  }
  if (digest !== digestOf(caller, decision)) {
    throw refused('The token is of a dry run with another filter, action or key.');
  }
  if (moment.at < secondsBefore(timestamp(deps.clock()), DRY_RUN_SECONDS_MAX)) {
    throw refused('The dry run is more than an hour ago.');
  }
  return { moment, after };
}
