import type { Action } from '../../../src/domain/action.js';
import type { Author } from '../../../src/domain/author.js';
import type { Comment } from '../../../src/domain/comment.js';
import { type Decision, NO_GROUNDS, SYSTEM } from '../../../src/domain/decision.js';
import type { Finding } from '../../../src/domain/finding.js';
import type { Policy } from '../../../src/domain/policy.js';
import { severityOf, storedPlace } from '../../../src/domain/queue.js';
import type { Report } from '../../../src/domain/report.js';
import { statusOf } from '../../../src/domain/status.js';
import type { Thread } from '../../../src/domain/thread.js';
import { foldedName } from '../../../src/text/folded-name.js';
import { symbols, uneven } from './chance.js';

export type Chance = () => number;

/** A day of the record: its date, and the beginning of its ids. */
export interface Day {
  readonly date: string;
  readonly time: string;
}

/** The beginning of all authors' ids. */
export const AUTHORS_TIME = '0000000000';

/** Ids as the service makes them, in the order in which they are made; all of one time. */
export function idMaker(time: string): (prefix: string) => string {
  let made = 0;
  return (prefix) => {
    made += 1;
    return idOf(prefix, time, made);
  };
}

const idOf = (prefix: string, time: string, number: number): string =>
  `${prefix}_${time}${String(number).padStart(16, '0')}`;

export function threadAt(at: number, { date, time }: Day): Thread {
  const now = `${date}T00:00:00.000Z`;
  return {
    id: idOf('thr', time, at),
    external_id: `article-${time}-${at}`,
    url: null,
    title: `Article ${at}`,
    section: at % 3 === 0 ? 'sports' : null,
    closed_at: null,
    premoderated_at: null,
    created_at: now,
    updated_at: now,
  };
}

/** The number of an author is in the id, by which `repeatDay` puts others in their place. */
export function authorAt(at: number, now: string): Author {
  const name = `Reader ${at}`;
  return {
    id: idOf('aut', AUTHORS_TIME, at),
    identity_kind: 'external_id',
    identity_key: `reader-${at}`,
    external_id: `reader-${at}`,
    name,
    folded_name: foldedName(name),
    email: `reader-${at}@example.org`,
    url: null,
    accepted_policy_version: null,
    created_at: now,
    updated_at: now,
    erased_at: null,
  };
}

/** Of a hundred comments 88 have no finding, six are held, three rejected, three only noted. */
function findingsOf(share: number): readonly Finding[] {
  if (share >= 0.12) return [];
  const action: Action = share < 0.03 ? 'reject' : share < 0.09 ? 'hold' : 'approve';
  const what = WHAT[Math.floor(share * 1_000) % WHAT.length] ?? WHAT[0];
  return [
    {
      ...what,
      outcome: 'match',
      action,
      observed_action: null,
      message: 'The comment has a word in it that this site does not publish.',
      field: 'body',
      spans: [{ start: 0, end: 3 }],
      terms: ['word'],
    },
  ];
}

const WHAT = [
  { rule: 'strong_profanity', standard: 'profanity', reason: 'profanity.strong' },
  { rule: 'mild_profanity', standard: 'profanity', reason: 'profanity.mild' },
  { rule: 'link_count', standard: 'spam', reason: 'spam.links' },
] as const;

/** Digits as the marks of a text have them. */
const HEX = 16;

interface CommentSource {
  readonly id: string;
  readonly external_id: string;
  readonly now: string;
  readonly author: Author;
  readonly thread: Thread;
  readonly body: string;
}

/** A comment as it came in, with what the engine said of it. */
export function commentOf(chance: Chance, source: CommentSource) {
  const findings = findingsOf(chance());
  const action = findings[0]?.action ?? 'approve';
  const { id, external_id, now, author, thread, body } = source;
  const severity = severityOf(findings);
  const status = statusOf(action);
  // One text in fifty is posted again and again.
  const repeated = chance() < 0.02 ? String(uneven(chance, 1_000)).padStart(32, '0') : null;
  const comment: Comment = {
    id,
    external_id,
    thread_id: thread.id,
    author_id: author.id,
    parent_id: null,
    depth: 0,
    body,
    status,
    shadowed_at: null,
    version: 1,
    locale: 'en',
    author_name: author.name,
    author_email: author.email,
    author_url: null,
    author_ip: addressOf(chance, author),
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    accepted_policy_version: null,
    metadata: null,
    fingerprint: repeated ?? symbols(chance, 32, HEX),
    sketch: symbols(chance, 64),
    near_key_1: symbols(chance, 8, HEX),
    near_key_2: symbols(chance, 8, HEX),
    created_at: now,
    received_at: now,
    edited_at: null,
    deleted_at: null,
    seal: symbols(chance, 32, HEX),
    redacted_at: null,
    severity,
    queue_place: storedPlace(status, severity, now),
  };
  return { comment, findings, action };
}

/** Mostly the author's own, now and then one that many share. */
function addressOf(chance: Chance, { identity_key }: Author): string {
  const own = Number(identity_key.slice('reader-'.length));
  const number = chance() < 0.1 ? uneven(chance, 5_000) : 5_000 + own;
  return `100.${64 + ((number >> 16) & 63)}.${(number >> 8) & 255}.${number & 255}`;
}

const FACTS = JSON.stringify({ history: { approved_count: 3, blocks: [] }, scores: null });

export function engineDecisionOf(
  id: string,
  comment: Comment,
  { findings, action, policy }: {
    readonly findings: readonly Finding[];
    readonly action: Action;
    readonly policy: Pick<Policy, 'version' | 'digest'>;
  },
): Decision {
  return {
    ...NO_GROUNDS,
    id,
    comment_id: comment.id,
    comment_version: comment.version,
    actor: SYSTEM,
    action,
    status: comment.status,
    shadow: false,
    reason: null,
    note: null,
    policy_version: policy.version,
    policy_digest: policy.digest,
    facts: FACTS,
    supersedes: null,
    created_at: comment.received_at,
    findings,
  };
}

export function reportOf(id: string, comment: Comment, reader: Author): Report {
  return {
    id,
    comment_id: comment.id,
    comment_version: comment.version,
    comment_received_at: comment.received_at,
    author_id: comment.author_id,
    reporter_external_id: reader.identity_key,
    reason: 'spam',
    text: null,
    created_at: comment.received_at,
    settled_at: null,
    settled_by: null,
    outcome: null,
  };
}
