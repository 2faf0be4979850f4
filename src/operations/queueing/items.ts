import type { Caller, Deps } from '../../deps.js';
import type { Decision } from '../../domain/decision.js';
import type { Finding } from '../../domain/finding.js';
import { type QueueKind, SECONDS_PER_POINT } from '../../domain/queue.js';
import type { ReportReason } from '../../domain/report.js';
import { timestamp } from '../../domain/time.js';
import type { ReasonCount } from '../../store/queue-counts.js';
import type { QueueMoment } from '../../store/queue-filter.js';
import { listed, type ListedComment } from '../list-comments.js';
import { openNoticesOf } from '../reporting/open-notices.js';
import { claimsOn, type NamedClaim } from './claims-on.js';
import type { InLine } from './line.js';

/** What a key can do about a comment in the queue. */
export const QUEUE_ACTIONS = [
  'approve',
  'reject',
  'override',
  'claim',
  'release',
  'note',
  'block_author',
] as const;
export type QueueAction = (typeof QUEUE_ACTIONS)[number];

/** One thing that put a comment into the queue. */
export type QueueReason =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'reported'; readonly reason: ReportReason; readonly count: number }
  | { readonly kind: 'notice'; readonly count: number }
  | { readonly kind: 'held'; readonly decision: Decision };

/** In points; `age` is the hours that it waits. */
export interface Priority {
  readonly severity: number;
  readonly reports: number;
  readonly reach: number;
  readonly age: number;
  readonly total: number;
}

/** A comment in the queue, with why it is there and what can be done. */
export interface QueueItem extends ListedComment {
  readonly kinds: readonly QueueKind[];
  readonly waiting_since: string;
  readonly priority: Priority;
  readonly reasons: readonly QueueReason[];
  readonly claim: NamedClaim | null;
  readonly actions: readonly QueueAction[];
}

/** What a moderator is shown of a part of the line; what was decided meanwhile is left out. */
export async function queueItems(
  deps: Pick<Deps, 'store' | 'clock'>,
  caller: Caller,
  { inLine, moment }: { readonly inLine: readonly InLine[]; readonly moment: QueueMoment },
): Promise<QueueItem[]> {
  const { store } = deps;
  const siteId = caller.site_id;
  const ids = inLine.map(({ comment_id }) => comment_id);
  const comments = await store.comments.byIds(siteId, ids);
  const reports = groupedByComment(await store.queue.openReasons(siteId, ids, moment));
  const notices = await openNoticesOf(deps, siteId, ids);
  const claims = await claimsOn(deps, siteId, ids);
  const decisions = await store.decisions.latestOf(siteId, ids);
  const records = await listed(deps, siteId, {
    comments: [...comments.values()],
    latest: decisions,
  });
  const byId = new Map(records.map((record) => [record.comment.id, record]));
  return inLine.flatMap((each) => {
    const record = byId.get(each.comment_id);
    if (record === undefined) return [];
    const complaints = {
      reports: reports.get(each.comment_id) ?? [],
      notices: notices.get(each.comment_id)?.count ?? 0,
    };
    const kinds = kindsOf(record, complaints);
    if (kinds.length === 0) return [];
    const claim = claims.get(each.comment_id) ?? null;
    return [
      {
        ...record,
        kinds,
        waiting_since: timestamp(each.since_seconds * 1000),
        priority: priorityOf(each, moment),
        reasons: reasonsOf(record, complaints, decisions.get(each.comment_id)),
        claim,
        actions: actionsOf(claim, caller),
      },
    ];
  });
}

function groupedByComment(counts: readonly ReasonCount[]): ReadonlyMap<string, ReasonCount[]> {
  const grouped = new Map<string, ReasonCount[]>();
  for (const each of counts) {
    const known = grouped.get(each.comment_id);
    if (known) known.push(each);
    else grouped.set(each.comment_id, [each]);
  }
  return grouped;
}

/** What was complained of in a comment and nobody has answered. */
interface Complaints {
  readonly reports: readonly ReasonCount[];
  readonly notices: number;
}

function kindsOf({ comment }: ListedComment, { reports, notices }: Complaints): QueueKind[] {
  if (comment.status !== 'pending' && comment.status !== 'approved') return [];
  return [
    ...(comment.status === 'pending' ? (['pending'] as const) : []),
    ...(reports.length > 0 || notices > 0 ? (['reported'] as const) : []),
  ];
}

function priorityOf(
  { since_seconds, severity, reports, reach }: InLine,
  { at }: QueueMoment,
): Priority {
  const waited = Math.max(0, Math.floor(Date.parse(at) / 1000) - since_seconds);
  const age = Math.round((waited / SECONDS_PER_POINT) * 100) / 100;
  const total = Math.round((severity + reports + reach + age) * 100) / 100;
  return { severity, reports, reach, age, total };
}

function reasonsOf(
  { comment, findings }: ListedComment,
  { reports, notices }: Complaints,
  decision: Decision | undefined,
): QueueReason[] {
  const led = findings.filter(({ action }) => action !== 'approve');
  // The engine's own judgement has its findings; whoever else held it said why.
  const held = comment.status === 'pending' && decision !== undefined && decision.facts === null;
  return [
    ...(held ? [{ kind: 'held', decision } as const] : []),
    ...(notices > 0 ? [{ kind: 'notice', count: notices } as const] : []),
    ...led.map((finding) => ({ kind: 'finding', finding }) as const),
    ...reports.map(({ reason, count }) => ({ kind: 'reported', reason, count }) as const),
  ];
}

function actionsOf(claim: NamedClaim | null, caller: Caller): QueueAction[] {
  if (claim === null) return ['approve', 'reject', 'claim', 'note', 'block_author'];
  if (claim.key_id === caller.id) return ['approve', 'reject', 'release', 'note', 'block_author'];
  return ['override', 'note', 'block_author'];
}
