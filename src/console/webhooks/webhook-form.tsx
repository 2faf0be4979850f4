import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { NewWebhook, WebhookWithSecret } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { EVENT_TYPES, type EventType } from './event-types.js';
import { WEBHOOKS } from './queries.js';

/** Makes a webhook; its secret is told once. */
export function WebhookForm({ onMade }: { readonly onMade: (made: WebhookWithSecret) => void }) {
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState<readonly EventType[] | null>(null);
  const making = useSend({
    send: async (body: NewWebhook) => answerOf(api.POST('/v1/webhooks', { body })),
    onSent: (made) => {
      setUrl('');
      setDescription('');
      setTypes(null);
      onMade(made);
      void queries.invalidateQueries({ queryKey: WEBHOOKS });
    },
  });
  return (
    <form
      class="webhooks-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = description.trim();
        making.send({
          url: url.trim(),
          description: said === '' ? null : said,
          event_types: types === null || types.length === 0 ? null : [...types],
        });
      }}
    >
      <label class="field">
        {t.webhooks.url}
        <input
          type="url"
          required
          placeholder={t.webhooks.urlHint}
          value={url}
          onInput={({ currentTarget }) => setUrl(currentTarget.value)}
        />
      </label>
      <label class="field">
        {t.webhooks.description}
        <input
          maxLength={200}
          value={description}
          onInput={({ currentTarget }) => setDescription(currentTarget.value)}
        />
      </label>
      <Events types={types} onChange={setTypes} />
      {making.error !== null && <Problem error={making.error} />}
      <button type="submit" class="button button-first" disabled={making.isPending}>
        {t.webhooks.add}
      </button>
    </form>
  );
}

interface EventsProps {
  /** Null for all. */
  readonly types: readonly EventType[] | null;
  readonly onChange: (types: readonly EventType[] | null) => void;
}

function Events({ types, onChange }: EventsProps) {
  return (
    <fieldset class="webhooks-events">
      <legend>{t.webhooks.events}</legend>
      <label class="check">
        <input type="radio" checked={types === null} onChange={() => onChange(null)} />
        {t.webhooks.all}
      </label>
      <label class="check">
        <input type="radio" checked={types !== null} onChange={() => onChange([])} />
        {t.webhooks.some}
      </label>
      {types !== null && (
        <div class="webhooks-types">
          {EVENT_TYPES.map((type) => (
            <label key={type} class="check">
              <input
                type="checkbox"
                checked={types.includes(type)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked
                      ? [...types, type]
                      : types.filter((each) => each !== type),
                  )
                }
              />
              <code>{type}</code>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
