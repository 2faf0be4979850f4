import type { Deps } from '../../deps.js';
import type { Act } from '../../domain/audit.js';
import type { Author } from '../../domain/author.js';
import type { Comment } from '../../domain/comment.js';
import { datedId } from '../../domain/dated-id.js';
import { type Decision, NO_GROUNDS } from '../../domain/decision.js';
import type { ImportedComment } from '../../domain/imported.js';
import type { Policy } from '../../domain/policy.js';
import { storedPlace } from '../../domain/queue.js';
import type { Status } from '../../domain/status.js';
import type { Thread } from '../../domain/thread.js';
import { REPLY_DEPTH_MAX } from '../../limits.js';
import { IMPORT_ACTS_AT_ONCE } from '../../limits/transfer.js';
import { readText } from '../../moderation/read-text.js';
import type { WaitingReply } from '../../store/import-replies.js';
import type { ImportRun, KnownComment } from '../../store/import-store.js';
import { statusAfter } from '../judging/record.js';
import { textMarks } from '../judging/text-marks.js';
import { imported } from '../recording/acts-of-imports.js';
import { recordActs } from '../recording/record-acts.js';
import { meetAuthors } from './meet-authors.js';
import { meetThreads } from './meet-threads.js';

/** A comment of a file that can be stored, and where it stands there. */
export interface Placed {
  readonly comment: ImportedComment;
  readonly line: number;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * Stores those comments of a lot that the site does not have, with all that belongs to them, within
 * the caller's transaction; says how many these were. The lot has no external id twice.
 */
export async function importLot(
  deps: Needs,
  siteId: string,
  lot: {
    readonly placed: readonly Placed[];
    readonly run: ImportRun;
    readonly policy: Pick<Policy, 'version' | 'digest'>;
  },
): Promise<number> {
  const { run, policy } = lot;
  const { unknown, known } = await unknownOf(deps, siteId, lot.placed);
  if (unknown.length === 0) return 0;
  const said = unknown.map(({ comment }) => comment);
  const authors = await meetAuthors(deps, siteId, said);
  const threads = await meetThreads(deps, siteId, {
    comments: said,
    started_at: run.started_at,
  });
  const there = new Map(known);
  const comments: Comment[] = [];
  const decisions: Decision[] = [];
  const waiting: WaitingReply[] = [];
  const acts: Act[] = [];
  for (const { comment: each, line } of unknown) {
    const company = { author: authors.authorOf(each), thread: threads.threadOf(each) };
    const parent = there.get(each.parent_external_id ?? '');
    const found = parent?.thread_id === company.thread.id ? parent : null;
    const comment = commentOf(each, { ...company, parent: found });
    const decision = decisionOf(each, comment, { policy, format: run.format });
    if (each.parent_external_id !== null && found === null) {
      const { id: comment_id, thread_id } = comment;
      waiting.push({ comment_id, thread_id, parent_external_id: each.parent_external_id, line });
    }
    there.set(each.external_id, comment);
    comments.push(comment);
    decisions.push(decision);
    acts.push(imported(comment, decision, run.id));
  }
  const { store } = deps;
  const records = { comments, decisions, authors: authors.unknown, threads: threads.unknown };
  await store.imports.insert(siteId, records);
  for (const author of authors.changed) await store.authors.update(siteId, author);
  for (const thread of threads.changed) await store.threads.update(siteId, thread);
  await store.imports.addWaiting(siteId, run.id, waiting);
  for (let at = 0; at < acts.length; at += IMPORT_ACTS_AT_ONCE) {
    await recordActs(deps, siteId, acts.slice(at, at + IMPORT_ACTS_AT_ONCE));
  }
  return unknown.length;
}

const idOf = ({ created_at, external_id }: ImportedComment): string =>
  datedId('cmt', Date.parse(created_at), [external_id]);

/**
 * What the site does not have, and what it has of the lot and of its parents. A comment is known by
 * the CMS's id, and by our own where an erasure took the other away.
 */
export async function unknownOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  placed: readonly Placed[],
): Promise<{
  readonly unknown: readonly Placed[];
  readonly known: ReadonlyMap<string, KnownComment>;
}> {
  const asked = placed.flatMap(({ comment: { external_id, parent_external_id } }) =>
    parent_external_id === null ? [external_id] : [external_id, parent_external_id],
  );
  const known = await store.imports.knownComments(siteId, [...new Set(asked)]);
  const ids = await store.comments.existing(siteId, placed.map(({ comment }) => idOf(comment)));
  const unknown = placed.filter(
    ({ comment }) => !known.has(comment.external_id) && !ids.has(idOf(comment)),
  );
  return { unknown, known };
}

function commentOf(
  said: ImportedComment,
  company: {
    readonly author: Author;
    readonly thread: Thread;
    readonly parent: KnownComment | null;
  },
): Comment {
  const { author, thread, parent } = company;
  const { created_at } = said;
  const status: Status = statusAfter(said.action);
  return {
    id: idOf(said),
    external_id: said.external_id,
    thread_id: thread.id,
    author_id: author.id,
    parent_id: parent?.id ?? null,
    depth: parent ? Math.min(parent.depth + 1, REPLY_DEPTH_MAX) : 0,
    body: said.body,
    status,
    shadowed_at: null,
    version: 1,
    locale: said.locale,
    author_name: said.author.name,
    author_email: said.author.email,
    author_url: said.author.url,
    author_ip: said.author.ip,
    user_agent: said.author.user_agent,
    accepted_policy_version: null,
    metadata: said.metadata,
    ...textMarks(readText(said.body, said.locale)),
    created_at,
    // When it came in there: to the rules an import must not look like a flood.
    received_at: created_at,
    edited_at: null,
    deleted_at: status === 'deleted' ? created_at : null,
    seal: null,
    redacted_at: null,
    severity: 0,
    queue_place: storedPlace(status, 0, created_at),
  };
}

function decisionOf(
  said: ImportedComment,
  comment: Comment,
  { policy, format }: { readonly policy: Pick<Policy, 'version' | 'digest'>; format: string },
): Decision {
  return {
    ...NO_GROUNDS,
    id: datedId('dec', Date.parse(said.created_at), [said.external_id]),
    comment_id: comment.id,
    comment_version: comment.version,
    actor: { kind: 'import', id: null, name: format },
    action: said.action,
    status: comment.status,
    shadow: false,
    reason: said.reason,
    note: null,
    policy_version: policy.version,
    policy_digest: policy.digest,
    facts: null,
    supersedes: null,
    standard: said.standard,
    created_at: said.created_at,
    findings: [],
  };
}
