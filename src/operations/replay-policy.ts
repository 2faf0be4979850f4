import type { Caller, Deps } from '../deps.js';
import {
  REPLAY_COUNT_STEP,
  REPLAY_PAGE,
  REPLAY_PROGRESS_MILLISECONDS,
  REPLAY_SLICE_MILLISECONDS,
} from '../limits.js';
import type { JudgedComment, Period, RecordPage, RecordPlace } from '../store/record-store.js';
import { type Change, type Comparison, isChange, isStricter } from './replaying/change.js';
import { type Draft, judgeAgain, readyDraft } from './replaying/draft.js';
import { oneAtATime } from './replaying/one-at-a-time.js';
import { type Pace, paceOf } from './replaying/pace.js';
import { checkedPeriod } from './replaying/period.js';
import { type ReplayCounts, type Tally, tallyOf } from './replaying/tally.js';

export interface ReplayInput {
  readonly caller: Pick<Caller, 'site_id'>;
  /** A policy as a publisher writes it; what is left out takes its default. */
  readonly draft: unknown;
  /** RFC 3339, of when comments came in; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly examples_max: number;
  /** The most comments that are read; the newest are read first. */
  readonly limit: number;
}

export interface ReplayProgress {
  readonly read: number;
  /** How many there are to read. */
  readonly total: number;
  readonly elapsed_seconds: number;
}

export interface ReplayControl {
  /** Is told when the draft is accepted, then from time to time, and at the end. */
  readonly onProgress: (progress: ReplayProgress) => void;
  /** Ends the replay at the next comment. */
  readonly signal: AbortSignal;
}

export interface ReplayResult extends ReplayProgress, ReplayCounts {
  /** Whether everything was read, or only the newest `limit`, or until somebody cancelled. */
  readonly ended: 'complete' | 'limit' | 'cancelled';
  /** Read and not judged: of these no facts were kept. */
  readonly skipped: number;
  readonly draft_digest: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Needs = Pick<Deps, 'store' | 'stopwatch'>;

/**
 * Judges what is stored by a draft, with the facts as they were, and compares with what the engine
 * decided at the time and with what people decided since. Changes nothing. Reads page by page,
 * outside of any transaction, and gives way to other work every few milliseconds. A cancelled
 * replay resolves with what it found until then.
 *
 * @throws GatepostError `invalid_policy`, `invalid_date`, `replay_in_progress`; all before the
 *   first progress.
 */
export async function replayPolicy(
  deps: Needs,
  input: ReplayInput,
  control: ReplayControl,
): Promise<ReplayResult> {
  const period = checkedPeriod(input);
  // Making a draft ready can take a second, so whoever is refused must not cost it.
  return oneAtATime(deps, async () =>
    run(deps, { ...input, ...control, draft: readyDraft(input.draft), period }),
  );
}

type Work = Omit<ReplayInput, 'draft'> &
  ReplayControl & { readonly draft: Draft; readonly period: Period };

async function run(deps: Needs, work: Work): Promise<ReplayResult> {
  const { draft, period, signal, limit } = work;
  const tally = tallyOf(draft.digest, work.examples_max);
  const pace = paceOf(deps, REPLAY_SLICE_MILLISECONDS);
  const report = reporter(deps, work);
  const stored = await countStored(deps, work, pace);
  const done = { read: 0, skipped: 0 };
  // A comment that came in since they were counted may be read as well.
  const counts = (): Counts => ({
    read: done.read,
    total: Math.max(Math.min(stored, limit), done.read),
  });
  let before: RecordPlace | null = null;
  report.first(counts());
  while (done.read < limit && !signal.aborted) {
    const page = await readPage(deps, work, { before, limit: limit - done.read });
    if (page.length === 0) break;
    await judgePage(deps, { page, draft, tally, pace, signal, done, site: work.caller.site_id });
    before = page.at(-1) ?? null;
    report.next(counts());
    await pace.giveWay();
  }
  const ended = signal.aborted ? 'cancelled' : stored > limit ? 'limit' : 'complete';
  const progress = report.last(counts());
  return {
    ended,
    ...progress,
    skipped: done.skipped,
    ...tally.counts(),
    draft_digest: draft.digest,
    ...period,
  };
}

/** How many comments there are to read; stops counting beyond the limit. */
async function countStored(
  { store }: Needs,
  { caller, period, limit, signal }: Work,
  pace: Pace,
): Promise<number> {
  let counted = 0;
  let before: RecordPlace | null = null;
  do {
    const step = { before, limit: REPLAY_COUNT_STEP };
    const { count, next } = await store.record.countStep(caller.site_id, period, step);
    counted += count;
    before = next;
    await pace.giveWay();
  } while (before !== null && counted <= limit && !signal.aborted);
  return counted;
}

async function readPage(
  { store }: Needs,
  { caller, period }: Work,
  { before, limit }: RecordPage,
): Promise<readonly JudgedComment[]> {
  const page = { before, limit: Math.min(limit, REPLAY_PAGE) };
  return store.record.judged(caller.site_id, period, page);
}

interface PageWork {
  readonly page: readonly JudgedComment[];
  readonly draft: Draft;
  readonly tally: Tally;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly done: { read: number; skipped: number };
  readonly site: string;
}

async function judgePage(deps: Needs, work: PageWork): Promise<void> {
  const { page, draft, tally, pace, signal, done } = work;
  const changed: Comparison[] = [];
  for (const comment of page) {
    if (pace.isOver()) await pace.giveWay();
    if (signal.aborted) break;
    done.read += 1;
    const comparison = compared(draft, comment);
    if (comparison === null) done.skipped += 1;
    else if (isChange(comparison)) changed.push(comparison);
    else tally.same(comparison);
  }
  for (const change of await withRules(deps, work.site, changed)) tally.changed(change);
}

/** Null where nothing is kept that the comment could be judged with. */
function compared(draft: Draft, comment: JudgedComment): Comparison | null {
  const { judgement } = comment;
  if (judgement === null || judgement.facts === null) return null;
  const { action, findings } = judgeAgain(draft, comment, judgement.facts);
  return {
    comment,
    judgement_id: judgement.id,
    policy_digest: judgement.policy_digest,
    from: judgement.action,
    to: action,
    rules_now: findings.filter((each) => each.action === action).map(({ rule }) => rule),
  };
}

/**
 * Of a change to a severer action the rules are those that lead to it now; of one to a milder
 * action, those that led to the severer one at the time.
 */
async function withRules(
  { store }: Needs,
  siteId: string,
  changed: readonly Comparison[],
): Promise<readonly Change[]> {
  const milder = changed.filter((change) => !isStricter(change));
  const ids = milder.map((change) => change.judgement_id);
  const rulesThen = new Map<string, string[]>();
  for (const { decision_id, rule, action } of await store.record.findingActions(siteId, ids)) {
    const key = `${decision_id} ${action}`;
    rulesThen.set(key, [...(rulesThen.get(key) ?? []), rule]);
  }
  return changed.map((change) => {
    const then = rulesThen.get(`${change.judgement_id} ${change.from}`) ?? [];
    return { ...change, rules: [...new Set(isStricter(change) ? change.rules_now : then)] };
  });
}

type Counts = Pick<ReplayProgress, 'read' | 'total'>;

/** Tells of progress at the beginning, at the end, and between as often as a person can see. */
function reporter({ stopwatch }: Needs, { onProgress }: ReplayControl) {
  const began = stopwatch();
  let told = began;
  const tell = (counts: Counts): ReplayProgress => {
    told = stopwatch();
    const progress = { ...counts, elapsed_seconds: (told - began) / 1000 };
    onProgress(progress);
    return progress;
  };
  return {
    first: tell,
    next: (counts: Counts): void => {
      if (stopwatch() - told >= REPLAY_PROGRESS_MILLISECONDS) tell(counts);
    },
    last: tell,
  };
}
