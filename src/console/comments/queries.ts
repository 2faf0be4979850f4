import {
  keepPreviousData,
  type QueryClient,
  type QueryFunctionContext,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/preact-query';

import type { CommentFile } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';

// What is shown of the comment at hand gives its `signal` along: a browser has six connections, and
// whoever holds a key down passes dozens of comments that nobody waits for any longer.

/** Keys of what is asked for begin alike for all that is about one comment, or one author. */
export const aboutComment = (id: string): readonly string[] => ['comment', id];
export const aboutAuthor = (id: string): readonly string[] => ['author', id];

/** Everything on record about a comment; null asks for nothing. */
export function useCommentFile(id: string | null) {
  return useQuery(commentFile(id));
}

export function commentFile(id: string | null) {
  return {
    queryKey: [...aboutComment(id ?? ''), 'file'],
    enabled: id !== null,
    queryFn: async ({ signal }: Pick<QueryFunctionContext, 'signal'>) =>
      answerOf(api.GET('/v1/comments/{id}', { params: { path: { id: id ?? '' } }, signal })),
  };
}

/** The comment as it is now; null where it cannot be read. */
export async function freshComment(queries: QueryClient, id: string): Promise<CommentFile | null> {
  return queries.query({ ...commentFile(id), staleTime: 0 }).catch(() => null);
}

/** Fetches what a moderator will most likely look at next, so that it is there when they do. */
export function useCommentsAhead(): (id: string) => void {
  const queries = useQueryClient();
  return (id) => void queries.query(commentFile(id)).catch(() => undefined);
}

export function useAuthorFile(id: string | null) {
  return useQuery({
    queryKey: [...aboutAuthor(id ?? ''), 'file'],
    enabled: id !== null,
    queryFn: async ({ signal }) =>
      answerOf(api.GET('/v1/authors/{id}', { params: { path: { id: id ?? '' } }, signal })),
  });
}

const RECENT = 8;

/** The latest comments of an author, newest first. */
export function useRecentComments(author: string) {
  return useQuery({
    queryKey: [...aboutAuthor(author), 'recent'],
    queryFn: async ({ signal }) =>
      answerOf(api.GET('/v1/comments', { params: { query: { author, limit: RECENT } }, signal })),
  });
}

/** What readers said of a comment, page by page. */
export function useReports(id: string, asked: boolean) {
  return useInfiniteQuery({
    queryKey: [...aboutComment(id), 'reports'],
    enabled: asked,
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/comments/{id}/reports', {
          params: { path: { id }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export function useNotices(comment: string, asked: boolean) {
  return useQuery({
    queryKey: [...aboutComment(comment), 'notices'],
    enabled: asked,
    queryFn: async () => answerOf(api.GET('/v1/notices', { params: { query: { comment } } })),
  });
}

export function useAppeals(id: string) {
  return useQuery({
    queryKey: [...aboutComment(id), 'appeals'],
    queryFn: async ({ signal }) =>
      answerOf(api.GET('/v1/comments/{id}/appeals', { params: { path: { id } }, signal })),
  });
}

/** What the classifiers give the text as it stands, and the words that raised it. */
export function useScores(id: string) {
  return useQuery({
    queryKey: [...aboutComment(id), 'scores'],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      answerOf(api.GET('/v1/comments/{id}/scores', { params: { path: { id } }, signal })),
  });
}
