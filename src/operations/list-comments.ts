import type { Caller, Deps } from '../deps.js';
import { type Decision, SYSTEM } from '../domain/decision.js';
import type { Finding, Span } from '../domain/finding.js';
import type { Page, PageRequest } from '../domain/page.js';
import { pageOf } from '../domain/page.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import type { Status } from '../domain/status.js';
import { inUtc } from '../domain/time.js';
import type { CommentFilter } from '../store/comment-filter.js';
import { namedIds } from './found.js';
import type { CommentRecord } from './judging/record.js';

/** All that is given must hold. */
export interface CommentQuery {
  readonly status?: Status;
  /** Our id or the CMS's. */
  readonly thread?: string;
  /** Our id or the CMS's. */
  readonly author?: string;
  /** The part of the publication, of the thread. */
  readonly section?: string;
  /** As in the locales of comments: "en" is also "en-GB". */
  readonly language?: string;
  readonly standard?: Standard;
  readonly reason?: ReasonCode;
  /** RFC 3339, inclusive. */
  readonly created_from?: string;
  /** RFC 3339, exclusive. */
  readonly created_to?: string;
  /** Words that the text must have, whatever case and accents; in quotation marks, a phrase. */
  readonly text?: string;
}

export interface ListedComment extends CommentRecord {
  /** What CommentFile has under this name. */
  readonly findings: readonly Finding[];
  /** Of a search by text: where the body has the words. */
  readonly found?: readonly Span[];
}

export interface ListCommentsInput {
  readonly caller: Caller;
  readonly query: CommentQuery;
  readonly page: PageRequest;
}

/** The site's comments that fit, newest first, each with the findings of its latest judgement. */
export async function listComments(
  deps: Pick<Deps, 'store'>,
  { caller, query, page }: ListCommentsInput,
): Promise<Page<ListedComment>> {
  const siteId = caller.site_id;
  const { text, ...plain } = query;
  const filter = await commentFilter(deps, siteId, plain);
  if (filter === null) return { data: [], next_cursor: null };
  const { comments: stored } = deps.store;
  const found =
    text === undefined
      ? await stored.list(siteId, filter, page)
      : await stored.search(siteId, text, { filter, page });
  const comments = pageOf(found, page.limit);
  const data = await listed(deps, siteId, { comments: comments.data });
  if (text === undefined) return { ...comments, data };
  const placed = data.map((each) => ({ ...each, found: stored.found(text, each.comment.body) }));
  return { ...comments, data: placed };
}

/** A query as the store takes it; null where it names a thread or an author that is not there. */
export async function commentFilter(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { thread, author, language, created_from, created_to, ...plain }: Omit<CommentQuery, 'text'>,
): Promise<CommentFilter | null> {
  const named = await namedIds(deps, siteId, { thread, author });
  return (
    named && {
      ...plain,
      ...named,
      ...(language !== undefined && { locale: language }),
      ...(created_from !== undefined && { created_from: inUtc(created_from) }),
      ...(created_to !== undefined && { created_to: inUtc(created_to) }),
    }
  );
}

export interface Listing {
  readonly comments: readonly CommentRecord['comment'][];
  /**
   * Their latest decisions, where those were read: one that was the engine's own is its latest
   * judgement, which need not be looked for.
   */
  readonly latest?: ReadonlyMap<string, Decision>;
}

/** Comments with what a list shows beside them, read in three look-ups however many they are. */
export async function listed(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { comments, latest }: Listing,
): Promise<ListedComment[]> {
  const { store } = deps;
  const known = (id: string): Decision | undefined => {
    const decision = latest?.get(id);
    return decision?.actor.kind === SYSTEM.kind ? decision : undefined;
  };
  const asked = comments.map(({ id }) => id).filter((id) => known(id) === undefined);
  const authorIds = [...new Set(comments.map((comment) => comment.author_id))];
  const threadIds = [...new Set(comments.map((comment) => comment.thread_id))];
  const judgements = await store.decisions.latestJudgementOf(siteId, asked);
  const authors = await store.authors.byIds(siteId, authorIds);
  const threads = await store.threads.byIds(siteId, threadIds);
  return comments.flatMap((comment) => {
    const author = authors.get(comment.author_id);
    const thread = threads.get(comment.thread_id);
    const findings = (known(comment.id) ?? judgements.get(comment.id))?.findings ?? [];
    return author && thread ? [{ comment, author, thread, findings }] : [];
  });
}
