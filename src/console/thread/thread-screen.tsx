import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { Link, useParams } from 'wouter-preact';

import type { Thread, ThreadChange } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { eventData } from '../api/event-data.js';
import { useLive } from '../api/live.js';
import { CommentsOf } from '../comments/comments-of.js';
import { isWebAddress } from '../comments/thread-line.js';
import { Moment } from '../parts/moment.js';
import { PageOf } from '../parts/page-of.js';
import { Problem } from '../parts/problem.js';
import { tell } from '../parts/toasts.js';
import { useOwnAddress } from '../parts/use-own-address.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import './thread.css';

const SETTLING_MILLISECONDS = 800;
let due: ReturnType<typeof setTimeout> | undefined;

/** One discussion: whether it is open, and everything in it, whatever became of it. */
export function Screen() {
  const { id } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['thread', id],
    queryFn: async () => answerOf(api.GET('/v1/threads/{id}', { params: { path: { id } } })),
  });
  useLive((event) => {
    if (eventData(event).comment_id === null) return;
    due ??= setTimeout(() => {
      due = undefined;
      void queries.invalidateQueries({ queryKey: ['comments'] });
    }, SETTLING_MILLISECONDS);
  });
  const { data } = query;
  useOwnAddress('/threads', id, data?.id);
  useTitle(data === undefined ? undefined : (data.title ?? data.external_id));
  return (
    <PageOf query={query}>
      {(thread) => (
        <div class="page">
          <Header thread={thread} />
          <Settings thread={thread} />
          <CommentsOf of="thread" id={thread.id} />
        </div>
      )}
    </PageOf>
  );
}

interface ThreadProps {
  readonly thread: Thread;
}

function Header({ thread }: ThreadProps) {
  const { title, external_id, section, url, created_at } = thread;
  return (
    <header class="thread-header">
      <h1>
        <bdi>{title ?? external_id}</bdi>
      </h1>
      <p class="thread-known">
        {section !== null && <bdi class="tag">{section}</bdi>}
        <span>
          {t.threadPage.since} <Moment time={created_at} />
        </span>
        <bdi>{external_id}</bdi>
        {isWebAddress(url) && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t.comment.article}
          </a>
        )}
        <Link href={`/queue?thread=${thread.id}`}>{t.commentPage.waitingInThread}</Link>
      </p>
    </header>
  );
}

/** What the newsroom can set for one discussion; each is done at once, and said. */
function Settings({ thread }: ThreadProps) {
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: async (body: ThreadChange) =>
      answerOf(api.PUT('/v1/threads/{id}', { params: { path: { id: thread.id } }, body })),
    onSuccess: () => {
      tell({ text: t.threadPage.changed });
      void queries.invalidateQueries({ queryKey: ['thread'] });
    },
  });
  const open = thread.state === 'open';
  return (
    <section class="thread-settings" aria-label={t.threadPage.settings}>
      <Switch
        name={t.threadPage.open}
        told={open ? t.threadPage.isOpen : t.threadPage.isClosed}
        on={open}
        busy={changing.isPending}
        onChange={(on) => changing.mutate({ state: on ? 'open' : 'closed' })}
      />
      <Switch
        name={t.threadPage.premoderated}
        told={thread.premoderated ? t.threadPage.isPremoderated : t.threadPage.isNotPremoderated}
        on={thread.premoderated}
        busy={changing.isPending}
        onChange={(premoderated) => changing.mutate({ premoderated })}
      />
      {changing.error !== null && <Problem error={changing.error} />}
    </section>
  );
}

interface SwitchProps {
  readonly name: string;
  /** What that means for the discussion. */
  readonly told: string;
  readonly on: boolean;
  readonly busy: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ name, told, on, busy, onChange }: SwitchProps) {
  return (
    <label class="thread-switch">
      <input
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        disabled={busy}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        <strong>{name}</strong>
        <span class="quiet small">{told}</span>
      </span>
    </label>
  );
}
