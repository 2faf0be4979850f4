import { type Action, ACTIONS } from '../../domain/action.js';
import type { DecisionAction } from '../../domain/decision.js';
import { REPLAY_EXCERPT_LENGTH } from '../../limits.js';
import { type Change, type Comparison, isStricter } from './change.js';

/** How the engine's actions compare with what moderators decided about the same texts. */
export interface Agreement {
  /** The same: approve and approved, reject and rejected. */
  readonly agreed: number;
  /** The engine held, so it left the question to a person. */
  readonly asked: number;
  /** The opposite. */
  readonly contradicted: number;
}

export interface KindOfChange {
  readonly from: Action;
  readonly to: Action;
  readonly count: number;
}

/** How many changes a rule caused, by the direction. */
export interface RuleChanges {
  readonly rule: string;
  readonly stricter: number;
  readonly milder: number;
}

export interface ReplayExample {
  readonly comment_id: string;
  readonly from: Action;
  readonly to: Action;
  readonly rules: readonly string[];
  /** What a moderator decided; null where none did. */
  readonly person: DecisionAction | null;
  /** The beginning of the text. */
  readonly excerpt: string;
}

/** What a replay found so far. */
export interface ReplayCounts {
  readonly judged: number;
  readonly unchanged: number;
  /** The unchanged by their action. */
  readonly kept: Readonly<Record<Action, number>>;
  readonly changes: readonly KindOfChange[];
  /** Changes of comments that were judged by an equal policy: the engine itself has changed. */
  readonly engine_drift: number;
  readonly rules: readonly RuleChanges[];
  readonly people: {
    readonly decided: number;
    readonly before: Agreement;
    readonly after: Agreement;
    readonly won: number;
    readonly lost: number;
  };
  readonly examples: readonly ReplayExample[];
}

/** Counts comparisons as they come, in a space that does not grow with their number. */
export interface Tally {
  same(comparison: Comparison): void;
  changed(change: Change): void;
  counts(): ReplayCounts;
}

export function tallyOf(draftDigest: string, examplesMax: number): Tally {
  const kinds = new Map<string, Kind>();
  const rules = new Map<string, { stricter: number; milder: number }>();
  const people = peopleTally();
  const seen = { judged: 0, unchanged: 0, drift: 0 };
  const kept = { approve: 0, hold: 0, reject: 0 };
  return {
    same: (comparison) => {
      seen.judged += 1;
      seen.unchanged += 1;
      kept[comparison.to] += 1;
      people.add(comparison);
    },
    changed: (change) => {
      seen.judged += 1;
      people.add(change);
      if (change.policy_digest === draftDigest) seen.drift += 1;
      const kind = entry(kinds, `${change.from} ${change.to}`, () => newKind(change));
      kind.count += 1;
      if (kind.examples.length < examplesMax) kind.examples.push(exampleOf(change));
      const direction = isStricter(change) ? 'stricter' : 'milder';
      for (const rule of change.rules) {
        entry(rules, rule, () => ({ stricter: 0, milder: 0 }))[direction] += 1;
      }
    },
    counts: () => ({
      judged: seen.judged,
      unchanged: seen.unchanged,
      kept: { ...kept },
      changes: inOrder(kinds).map(({ from, to, count }) => ({ from, to, count })),
      engine_drift: seen.drift,
      rules: [...rules]
        .map(([rule, found]) => ({ rule, ...found }))
        .sort(byCount),
      people: people.counts(),
      examples: inTurns(inOrder(kinds).map(({ examples }) => examples)).slice(0, examplesMax),
    }),
  };
}

function byCount(a: RuleChanges, b: RuleChanges): number {
  const more = b.stricter + b.milder - a.stricter - a.milder;
  return more === 0 ? Number(a.rule > b.rule) - Number(a.rule < b.rule) : more;
}

interface Kind {
  readonly from: Action;
  readonly to: Action;
  readonly examples: ReplayExample[];
  count: number;
}

const newKind = ({ from, to }: Change): Kind => ({ from, to, examples: [], count: 0 });

function entry<V>(map: Map<string, V>, key: string, fresh: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = fresh();
  map.set(key, value);
  return value;
}

const rank = ({ from, to }: Kind): number => ACTIONS.indexOf(from) * 3 + ACTIONS.indexOf(to);

const inOrder = (kinds: ReadonlyMap<string, Kind>): readonly Kind[] =>
  [...kinds.values()].sort((a, b) => rank(a) - rank(b));

/** One of each list, then the next of each: a few examples show every kind of change. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}

function exampleOf({ comment, from, to, rules }: Change): ReplayExample {
  const { comment_id, person } = comment;
  return { comment_id, from, to, rules, person, excerpt: excerptOf(comment.body) };
}

/** Never half of a surrogate pair. */
function excerptOf(body: string): string {
  if (body.length <= REPLAY_EXCERPT_LENGTH) return body;
  return `${body.slice(0, REPLAY_EXCERPT_LENGTH).replace(/\p{Surrogate}$/u, '')}…`;
}

type Stand = keyof Agreement;

function peopleTally() {
  const before: Record<Stand, number> = { agreed: 0, asked: 0, contradicted: 0 };
  const after: Record<Stand, number> = { agreed: 0, asked: 0, contradicted: 0 };
  let won = 0;
  let lost = 0;
  return {
    add: ({ comment: { person }, from, to }: Comparison): void => {
      if (person !== 'approve' && person !== 'reject') return;
      before[standOf(from, person)] += 1;
      after[standOf(to, person)] += 1;
      if (from !== person && to === person) won += 1;
      if (from === person && to !== person) lost += 1;
    },
    counts: (): ReplayCounts['people'] => ({
      decided: before.agreed + before.asked + before.contradicted,
      before: { ...before },
      after: { ...after },
      won,
      lost,
    }),
  };
}

function standOf(action: Action, person: 'approve' | 'reject'): Stand {
  if (action === 'hold') return 'asked';
  return action === person ? 'agreed' : 'contradicted';
}
