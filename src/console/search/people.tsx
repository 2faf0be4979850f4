import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';

import { answerOf, api } from '../api/client.js';
import { StandingBadge } from '../parts/badges.js';
import { t } from '../strings/strings.js';

const SHOWN = 6;

/** Authors whose name has the words, and what has exactly this id, the publisher’s or ours. */
export function People({ text }: { readonly text: string }) {
  const { data } = useQuery({
    queryKey: ['people', text],
    queryFn: async () =>
      answerOf(api.GET('/v1/authors', { params: { query: { name: text, limit: SHOWN } } })),
  });
  const exact = useExact(text);
  const authors = data?.data ?? [];
  if (authors.length === 0 && exact.length === 0) return null;
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading" class="pane-heading">
        {t.search.people}
      </h2>
      <ul class="people">
        {exact.map(({ path, kind }) => (
          <li key={path}>
            <Link href={path}>
              {t.search.exact[kind]} <bdi>{text}</bdi>
            </Link>
          </li>
        ))}
        {authors.map(({ id, name, standing }) => (
          <li key={id}>
            <Link href={`/authors/${id}`}>
              <bdi>{name}</bdi>
            </Link>
            <StandingBadge standing={standing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Exact {
  readonly kind: 'comment' | 'author' | 'thread';
  readonly path: string;
}

/** An id has no blanks, and names at most one thing of each kind. */
function useExact(text: string): readonly Exact[] {
  const { data } = useQuery({
    queryKey: ['exact', text],
    enabled: !/\s/u.test(text),
    retry: false,
    queryFn: async () => {
      const params = { params: { path: { id: text } } };
      const [comment, author, thread] = await Promise.allSettled([
        answerOf(api.GET('/v1/comments/{id}', params)),
        answerOf(api.GET('/v1/authors/{id}', params)),
        answerOf(api.GET('/v1/threads/{id}', params)),
      ]);
      const found: Exact[] = [];
      const id = encodeURIComponent(text);
      if (comment.status === 'fulfilled') found.push({ kind: 'comment', path: `/comments/${id}` });
      if (author.status === 'fulfilled') found.push({ kind: 'author', path: `/authors/${id}` });
      if (thread.status === 'fulfilled') found.push({ kind: 'thread', path: `/threads/${id}` });
      return found;
    },
  });
  return data ?? [];
}
