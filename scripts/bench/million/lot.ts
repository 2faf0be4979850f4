import type { Act } from '../../../src/domain/audit.js';
import type { Author } from '../../../src/domain/author.js';
import type { Comment } from '../../../src/domain/comment.js';
import type { Decision } from '../../../src/domain/decision.js';
import type { Policy } from '../../../src/domain/policy.js';
import type { Report } from '../../../src/domain/report.js';
import { timestamp } from '../../../src/domain/time.js';
import { decide } from '../../../src/operations/judging/record.js';
import { decided, submitted } from '../../../src/operations/recording/acts.js';
import { uneven } from './chance.js';
import {
  type Chance,
  commentOf,
  type Day,
  engineDecisionOf,
  idMaker,
  reportOf,
  threadAt,
} from './rows.js';
import type { Lot } from './store-lot.js';
import { textMaker } from './texts.js';

export interface DayOf extends Day {
  readonly chance: Chance;
  readonly policy: Policy;
  readonly comments: number;
  readonly authors: readonly Author[];
  /** Whether moderators have decided about all that the engine held. */
  readonly settled: boolean;
}

const COMMENTS_PER_THREAD = 100;
const MODERATOR = { kind: 'moderator', id: 'key_bench', name: 'Robin' } as const;

/** What came in on a day. Some authors and articles are met far more often than others. */
export function dayOf(day: DayOf): Lot {
  const { chance, policy, comments, authors, settled } = day;
  const newId = idMaker(day.time);
  const text = textMaker(chance);
  const threads = Array.from({ length: Math.ceil(comments / COMMENTS_PER_THREAD) }, (_, at) =>
    threadAt(at, day),
  );
  const lot = emptyLot();
  for (let at = 0; at < comments; at += 1) {
    const now = timestamp(Date.parse(day.date) + Math.floor((DAY_MILLISECONDS * at) / comments));
    const { comment, ...judged } = commentOf(chance, {
      id: newId('cmt'),
      external_id: `cms-${day.time}-${at}`,
      now,
      author: oneOf(chance, authors),
      thread: oneOf(chance, threads),
      body: text(),
    });
    const decision = engineDecisionOf(newId('dec'), comment, { ...judged, policy });
    lot.decisions.push(decision);
    lot.acts.push(submitted(comment), decided(decision, null, comment));
    const by = { decision, newId, policy, chance };
    lot.comments.push(settled ? answered(lot, comment, by) : comment);
    if (chance() < REPORTED_SHARE) {
      lot.reports.push(reportOf(newId('rep'), comment, oneOf(chance, authors)));
    }
  }
  return { ...lot, threads, authors: [], at: Date.parse(day.date), newId };
}

const DAY_MILLISECONDS = 86_400_000;
const REPORTED_SHARE = 0.005;

function oneOf<T>(chance: Chance, things: readonly T[]): T {
  const one = things[uneven(chance, things.length)];
  if (one === undefined) throw new Error('there is none');
  return one;
}

interface Growing {
  readonly comments: Comment[];
  readonly decisions: Decision[];
  readonly acts: Act[];
  readonly reports: Report[];
}

const emptyLot = (): Growing => ({
  comments: [],
  decisions: [],
  acts: [],
  reports: [],
});

/** A comment that waits as a moderator left it; any other as it is. */
function answered(
  lot: Growing,
  comment: Comment,
  by: {
    readonly decision: Decision;
    readonly newId: (prefix: string) => string;
    readonly policy: Policy;
    readonly chance: Chance;
  },
): Comment {
  if (comment.status !== 'pending') return comment;
  const now = timestamp(Date.parse(comment.received_at));
  const act = {
    ...{ actor: MODERATOR, action: by.chance() < 0.6 ? 'approve' : 'reject' } as const,
    ...{ shadow: false, reason: null, note: null },
  };
  const on = { comment, policy: by.policy, supersedes: by.decision.id, now };
  const { comment: after, decision } = decide({ newId: by.newId }, act, on);
  lot.decisions.push(decision);
  lot.acts.push(decided(decision, comment, after));
  return after;
}
