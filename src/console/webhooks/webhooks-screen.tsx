import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';

import type { Webhook } from '../../../openapi/types.js';
import { PageOf } from '../parts/page-of.js';
import { Secret } from '../parts/secret.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { useWebhooks } from './queries.js';
import { WebhookForm } from './webhook-form.js';
import './webhooks.css';

/** Where events are sent, and making another such address. */
export function Screen() {
  const query = useWebhooks();
  const [secret, setSecret] = useState<string | null>(null);
  useTitle(t.webhooks.heading);
  return (
    <PageOf query={query}>
      {({ data: webhooks }) => (
        <section class="page">
          <h1>{t.webhooks.heading}</h1>
          <p class="quiet">{t.webhooks.told}</p>
          {/* Not closed over the secret by the webhook that it made: it is shown this once. */}
          <details class="card" open={webhooks.length === 0 || secret !== null}>
            <summary>{t.webhooks.add}</summary>
            <WebhookForm onMade={(made) => setSecret(made.secret)} />
            {secret !== null && <Secret told={t.webhooks.secret} secret={secret} />}
          </details>
          {webhooks.length === 0 && <p class="empty">{t.webhooks.none}</p>}
          <ul class="webhooks-list">
            {webhooks.map((webhook) => (
              <Item key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        </section>
      )}
    </PageOf>
  );
}

function Item({ webhook }: { readonly webhook: Webhook }) {
  const { id, url, description } = webhook;
  return (
    <li class="card">
      <p class="webhooks-line">
        <Link href={`/webhooks/${id}`}>
          <bdi>{url}</bdi>
        </Link>
        <Health webhook={webhook} />
      </p>
      {description !== null && (
        <p class="quiet">
          <bdi>{description}</bdi>
        </p>
      )}
    </li>
  );
}

/** Whether anything is sent, whether it arrives, and if not, why. */
export function Health({ webhook }: { readonly webhook: Webhook }) {
  const { enabled, disabled_reason, failing_since } = webhook;
  if (!enabled) {
    const why = disabled_reason === null ? '' : `: ${t.webhooks.offWhy[disabled_reason]}`;
    return <span class="badge status-rejected">{t.webhooks.off + why}</span>;
  }
  if (failing_since !== null) {
    return <span class="badge status-pending">{t.webhooks.failing}</span>;
  }
  return <span class="badge status-approved">{t.webhooks.on}</span>;
}
