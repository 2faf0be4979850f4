import { quantiles } from '../../domain/quantiles.js';
import { secondsBetween } from '../../domain/time.js';
import type { WasDecided } from '../../store/statistics-store.js';

/** What happened within a time. */
export interface Counts {
  /** Comments that came in. */
  readonly submitted: number;
  /** Texts that the engine judged; an edited comment has two. `overturned` by people. */
  readonly engine: Sums;
  /** What moderators decided. `overturned` by another moderator. */
  readonly people: Sums;
  /** Of the engine's, what people turned round: what it had let through, and what it had not. */
  readonly turned: { readonly down: number; readonly back: number };
  /** Withdrawn by their authors. */
  readonly deleted: number;
  /** Complaints of readers. */
  readonly reported: number;
  /** Challenges of authors: those that came in, and what came of those that were answered. */
  readonly appeals: Appeals;
  /** From the decision that had a comment wait to the decision of a person, in seconds. */
  readonly time_to_decision: Duration;
}

export interface Sums {
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  readonly overturned: number;
}

export interface Appeals {
  readonly filed: number;
  readonly upheld: number;
  readonly overturned: number;
}

export interface Duration {
  readonly count: number;
  readonly p50_seconds: number | null;
  readonly p95_seconds: number | null;
}

/** Counts what happened, one thing at a time. */
export interface Tally {
  cameIn(): void;
  wasReported(): void;
  appealed(what: keyof Appeals): void;
  decided(decision: WasDecided): void;
  /** A decision of the moderator counted here was turned round by another one. */
  wasOverturned(): void;
  counts(): Counts;
}

const ZERO = { approved: 0, held: 0, rejected: 0, overturned: 0 };

const SUM_OF = { approve: 'approved', hold: 'held', reject: 'rejected' } as const;

export function tally(): Tally {
  const seen = { submitted: 0, deleted: 0, reported: 0 };
  const [engine, people] = [{ ...ZERO }, { ...ZERO }];
  const turned = { down: 0, back: 0 };
  const appeals = { filed: 0, upheld: 0, overturned: 0 };
  // Most groups never see a person's decision.
  let times: ReturnType<typeof quantiles> | null = null;
  return {
    cameIn: () => {
      seen.submitted += 1;
    },
    wasReported: () => {
      seen.reported += 1;
    },
    appealed: (what) => {
      appeals[what] += 1;
    },
    decided: (decision) => {
      const { action, actor_kind, before } = decision;
      if (action === 'delete') {
        seen.deleted += 1;
        return;
      }
      if (actor_kind === 'system') engine[SUM_OF[action]] += 1;
      if (actor_kind !== 'moderator') return;
      people[SUM_OF[action]] += 1;
      if (turnsRound(decision) && before?.actor_kind === 'system') {
        engine.overturned += 1;
        turned[action === 'approve' ? 'back' : 'down'] += 1;
      }
      if (before?.status !== 'pending' || before.actor_kind !== 'system') return;
      times ??= quantiles();
      times.add(secondsBetween(before.time, decision.time));
    },
    wasOverturned: () => {
      people.overturned += 1;
    },
    counts: () => ({
      ...seen,
      engine: { ...engine },
      turned: { ...turned },
      people: { ...people },
      appeals: { ...appeals },
      time_to_decision: {
        count: times?.count ?? 0,
        p50_seconds: times?.at(0.5) ?? null,
        p95_seconds: times?.at(0.95) ?? null,
      },
    }),
  };
}

/** A person took down what stood, or put back what was taken down. */
function turnsRound({ actor_kind, action, before }: WasDecided): boolean {
  if (actor_kind !== 'moderator') return false;
  if (action === 'approve') return before?.status === 'rejected';
  return action === 'reject' && before?.status === 'approved';
}

/** Whether a moderator turned round what another one had decided. */
export function overturnsColleague(decision: WasDecided): boolean {
  const { before } = decision;
  const colleague = before?.actor_kind === 'moderator' && before.actor_id !== decision.actor_id;
  return colleague && turnsRound(decision);
}
