import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';

import type { Warning } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { aboutAuthor } from '../comments/queries.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import '../comments/complaints.css';

/** What an author was warned of, and whether they were shown it. */
export function Warnings({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: [...aboutAuthor(id), 'warnings'],
    queryFn: async () =>
      answerOf(api.GET('/v1/authors/{id}/warnings', { params: { path: { id } } })),
  });
  if (data === undefined || data.data.length === 0) return null;
  return (
    <section class="complaints" aria-labelledby="warnings-heading">
      <h2 id="warnings-heading" class="pane-heading">
        {t.warn.heading}
      </h2>
      <ul>
        {data.data.map((warning) => (
          <Item key={warning.id} warning={warning} />
        ))}
      </ul>
    </section>
  );
}

function Item({ warning }: { readonly warning: Warning }) {
  const { message, created_by, created_at, acknowledged_at, comment_id } = warning;
  return (
    <li class="complaint">
      <p class="complaint-line">
        <bdi>{created_by}</bdi>
        <span class="quiet">
          <Ago time={created_at} />
        </span>
        {comment_id !== null && <Link href={`/comments/${comment_id}`}>{t.warn.about}</Link>}
        <span class="quiet">{acknowledged_at === null ? t.warn.notShown : t.warn.shown}</span>
      </p>
      <MarkedText text={message} />
    </li>
  );
}
