import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';

import type { CommentFile, Notice } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { aboutComment, useAppeals, useNotices } from '../comments/queries.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { language, t } from '../strings/strings.js';

/** What the author is told of a restriction; nothing where there is none. */
export function StatementOfReasons({ file: { id, status } }: { readonly file: CommentFile }) {
  const { data } = useQuery({
    queryKey: [...aboutComment(id), 'statement'],
    enabled: status === 'rejected' || status === 'pending',
    // What is not restricted has none, and says so with 404.
    retry: false,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/comments/{id}/statement', {
          params: { path: { id }, query: { locale: language } },
        }),
      ),
  });
  if (data === undefined || status === 'approved' || status === 'deleted') return null;
  return (
    <section aria-labelledby="statement-heading">
      <h2 id="statement-heading" class="pane-heading">
        {t.statement.heading}
      </h2>
      <div class="statement">
        <MarkedText text={data.text} />
      </div>
    </section>
  );
}

/** What the author said against a decision, and what came of it. */
export function Appeals({ id }: { readonly id: string }) {
  const { data } = useAppeals(id);
  if (data === undefined || data.data.length === 0) return null;
  return (
    <section class="complaints" aria-labelledby="appeals-heading">
      <h2 id="appeals-heading" class="pane-heading">
        {t.appeals.heading(data.data.length)}
      </h2>
      <ul>
        {data.data.map((appeal) => (
          <li key={appeal.id} class="complaint">
            <p class="complaint-line">
              <span class="badge">{t.appeals.status[appeal.status]}</span>
              <span class="quiet">
                <Ago time={appeal.created_at} />
              </span>
              <Link href={`/appeals/${appeal.id}`}>{t.appeals.open}</Link>
            </p>
            <MarkedText text={appeal.text} />
            {appeal.outcome_reason !== null && (
              <p class="answer">
                <bdi class="history-actor">{appeal.resolved_by?.name}</bdi>{' '}
                <MarkedText text={appeal.outcome_reason} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Notices of illegal content that were answered; open ones stand with the complaints. */
export function AnsweredNotices({ id }: { readonly id: string }) {
  const { data } = useNotices(id, true);
  const answered = data?.data.filter(({ status }) => status !== 'open') ?? [];
  if (answered.length === 0) return null;
  return (
    <section class="complaints" aria-labelledby="answered-heading">
      <h2 id="answered-heading" class="pane-heading">
        {t.notices.answered(answered.length)}
      </h2>
      <ul>
        {answered.map((notice) => (
          <Answered key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function Answered({ notice }: { readonly notice: Notice }) {
  return (
    <li class="complaint">
      <p class="complaint-line">
        <span class="badge">{t.notices.status[notice.status]}</span>
        <bdi>{notice.notifier?.name ?? t.notices.nameless}</bdi>
        {notice.decided_at !== null && (
          <span class="quiet">
            <Ago time={notice.decided_at} />
          </span>
        )}
        <Link href={`/notices/${notice.id}`}>{t.appeals.open}</Link>
      </p>
      <MarkedText text={notice.explanation} />
    </li>
  );
}
