import type { Deps } from '../deps.js';
import type { Author } from '../domain/author.js';
import type { Comment } from '../domain/comment.js';
import { GatepostError } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import type { Site } from '../domain/site.js';
import type { Thread } from '../domain/thread.js';

type Read = Pick<Deps, 'store'>;

/**
 * Looking things up by our id or by the CMS's own. Ours wins where a CMS uses ids that look like
 * ours. What is not there, or belongs to another site, is `not_found` in the same words.
 */
export async function foundComment(deps: Read, siteId: string, id: string): Promise<Comment> {
  return (await commentOrNull(deps, siteId, id)) ?? missing('comment', id);
}

/** A comment by our id or by the CMS's; null where the site has none such. */
export async function commentOrNull(
  { store }: Read,
  siteId: string,
  id: string,
): Promise<Comment | null> {
  return (
    (await store.comments.get(siteId, id)) ?? (await store.comments.getByExternalId(siteId, id))
  );
}

/** A thread by our id or by the CMS's; null where the site has none such. */
export async function threadOrNull(
  { store }: Read,
  siteId: string,
  id: string,
): Promise<Thread | null> {
  return (await store.threads.get(siteId, id)) ?? (await store.threads.getByExternalId(siteId, id));
}

export async function foundThread(deps: Read, siteId: string, id: string): Promise<Thread> {
  return (await threadOrNull(deps, siteId, id)) ?? missing('thread', id);
}

/** An author by our id or by the CMS's; null where the site has none such. */
export async function authorOrNull(
  { store }: Read,
  siteId: string,
  id: string,
): Promise<Author | null> {
  return (await store.authors.get(siteId, id)) ?? (await store.authors.getByExternalId(siteId, id));
}

/** What a query may name, by our ids or the CMS's. */
interface Names {
  readonly comment?: string | undefined;
  readonly thread?: string | undefined;
  readonly author?: string | undefined;
}

/** The same by our ids, for a filter of the store. */
export interface NamedIds {
  readonly comment_id?: string;
  readonly thread_id?: string;
  readonly author_id?: string;
}

/** What a query names; null where the site has none such, so that nothing can fit the query. */
export async function namedIds(
  deps: Read,
  siteId: string,
  { comment, thread, author }: Names,
): Promise<NamedIds | null> {
  const found = {
    comment: comment === undefined ? undefined : await commentOrNull(deps, siteId, comment),
    thread: thread === undefined ? undefined : await threadOrNull(deps, siteId, thread),
    author: author === undefined ? undefined : await authorOrNull(deps, siteId, author),
  };
  if (Object.values(found).includes(null)) return null;
  return {
    ...(found.comment && { comment_id: found.comment.id }),
    ...(found.thread && { thread_id: found.thread.id }),
    ...(found.author && { author_id: found.author.id }),
  };
}

export async function foundAuthor(deps: Read, siteId: string, id: string): Promise<Author> {
  return (await authorOrNull(deps, siteId, id)) ?? missing('author', id);
}

export async function foundSite({ store }: Read, id: string): Promise<Site> {
  return (await store.sites.get(id)) ?? missing('site', id);
}

/** The policy in force. Every site has one from its first moment. */
export async function currentPolicy({ store }: Read, siteId: string): Promise<Policy> {
  const policy = await store.policies.current(siteId);
  if (!policy) throw new Error(`site ${siteId} has no policy`);
  return policy;
}

/** The author and the thread that a comment hangs on. */
export async function withCompany(
  { store }: Read,
  siteId: string,
  comment: Comment,
): Promise<{ comment: Comment; author: Author; thread: Thread }> {
  const author = await store.authors.get(siteId, comment.author_id);
  const thread = await store.threads.get(siteId, comment.thread_id);
  if (!author || !thread) throw new Error(`comment ${comment.id} has lost its author or thread`);
  return { comment, author, thread };
}

function missing(kind: string, id: string): never {
  throw new GatepostError('not_found', `There is no ${kind} with the id ${JSON.stringify(id)}.`);
}
