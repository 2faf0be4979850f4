import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation, useParams } from 'wouter-preact';

import type { Webhook } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { Confirm } from '../parts/confirm.js';
import { Facts } from '../parts/facts.js';
import { Moment } from '../parts/moment.js';
import { PageOf } from '../parts/page-of.js';
import { Problem } from '../parts/problem.js';
import { Secret } from '../parts/secret.js';
import { tell } from '../parts/toasts.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { Deliveries } from './deliveries.js';
import { useWebhook, WEBHOOKS } from './queries.js';
import { Health } from './webhooks-screen.js';
import './webhooks.css';

/** One webhook: how it is, what was sent to it, and what can be done about it. */
export function Screen() {
  const { id } = useParams<{ id: string }>();
  const query = useWebhook(id);
  useTitle(query.data?.url, t.webhooks.heading);
  return (
    <PageOf query={query}>
      {(webhook) => (
        <section class="page">
          <p>
            <Link href="/webhooks">{t.webhooks.back}</Link>
          </p>
          <header class="webhooks-header">
            <h1 class="webhooks-url">
              <bdi>{webhook.url}</bdi>
            </h1>
            <Health webhook={webhook} />
          </header>
          <About webhook={webhook} />
          <Acts webhook={webhook} />
          <Deliveries webhook={webhook.id} />
        </section>
      )}
    </PageOf>
  );
}

function About({ webhook }: { readonly webhook: Webhook }) {
  const { description, event_types, created_at, created_by, callback, failing_since } = webhook;
  return (
    <Facts
      facts={[
        description === null ? null : [t.webhooks.description, <bdi>{description}</bdi>],
        [t.webhooks.events, event_types === null ? t.webhooks.all : event_types.join(', ')],
        [
          t.keys.made,
          <>
            <Moment time={created_at} />, <bdi>{created_by}</bdi>
          </>,
        ],
        failing_since === null ? null : [t.webhooks.failingSince, <Moment time={failing_since} />],
        callback ? [t.webhooks.callback, '✓'] : null,
      ]}
    />
  );
}

function Acts({ webhook }: { readonly webhook: Webhook }) {
  const { id } = webhook;
  const [asking, setAsking] = useState<'rotate' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const params = { path: { id } };
  const rotate = async (): Promise<void> => {
    const made = await answerOf(api.POST('/v1/webhooks/{id}/rotate-secret', { params }));
    setSecret(made.secret);
  };
  const remove = async (): Promise<void> => {
    await answerOf(api.DELETE('/v1/webhooks/{id}', { params }));
    void queries.invalidateQueries({ queryKey: WEBHOOKS });
    go('/webhooks');
  };
  return (
    <>
      <div class="buttons">
        <Plain webhook={webhook} />
        <button type="button" class="button" onClick={() => setAsking('rotate')}>
          {t.webhooks.rotate}
        </button>
        <button type="button" class="button button-reject" onClick={() => setAsking('remove')}>
          {t.webhooks.remove}
        </button>
      </div>
      {secret !== null && <Secret told={t.webhooks.secret} secret={secret} />}
      {asking === 'rotate' && (
        <Confirm
          heading={t.webhooks.rotateHeading}
          told={t.webhooks.rotateTold}
          name={t.webhooks.rotate}
          act={rotate}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          heading={t.webhooks.removeHeading}
          told={t.webhooks.removeTold}
          name={t.webhooks.remove}
          act={remove}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** What needs no second question. */
function Plain({ webhook: { id, enabled } }: { readonly webhook: Webhook }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const renew = (): void => void queries.invalidateQueries({ queryKey: WEBHOOKS });
  const testing = useMutation({
    mutationFn: async () => answerOf(api.POST('/v1/webhooks/{id}/test', { params })),
    onSuccess: ({ status }) =>
      tell({
        text: t.webhooks.tested(t.webhooks.status[status]),
        kind: status === 'failed' ? 'fault' : 'done',
      }),
    onSettled: renew,
  });
  const switching = useMutation({
    mutationFn: async (on: boolean) =>
      answerOf(api.PATCH('/v1/webhooks/{id}', { params, body: { enabled: on } })),
    onSettled: renew,
  });
  const error = testing.error ?? switching.error;
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={testing.isPending}
        onClick={() => testing.mutate()}
      >
        {t.webhooks.test}
      </button>
      <button type="button" class="button" onClick={() => switching.mutate(!enabled)}>
        {enabled ? t.webhooks.disable : t.webhooks.enable}
      </button>
      {error !== null && <Problem error={error} />}
    </>
  );
}
