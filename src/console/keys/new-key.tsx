import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { NewKey as Wished } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useSend } from '../api/use-send.js';
import { Problem } from '../parts/problem.js';
import { Secret } from '../parts/secret.js';
import { t } from '../strings/strings.js';

type Scope = Wished['scopes'][number];

const SCOPES: readonly Scope[] = ['moderate', 'submit', 'admin'];

/** Makes a key for a person or a system, and shows its secret, this once. */
export function NewKey({ queryKey }: { readonly queryKey: readonly string[] }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('moderate');
  const making = useSend({
    send: async (body: Wished) => answerOf(api.POST('/v1/keys', { body })),
    onSent: () => {
      setName('');
      void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <div class="card">
      <form
        class="keys-form"
        onSubmit={(event) => {
          event.preventDefault();
          making.send({ name: name.trim(), scopes: [scope] });
        }}
      >
        <label class="field">
          {t.keys.name}
          <input
            required
            maxLength={100}
            placeholder={t.keys.nameHint}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="field">
          {t.keys.scope}
          <select
            value={scope}
            onChange={({ currentTarget }) => setScope(currentTarget.value as Scope)}
          >
            {SCOPES.map((each) => (
              <option key={each} value={each}>
                {t.keys.scopes[each]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button button-first" disabled={making.isPending}>
          {t.keys.make}
        </button>
      </form>
      {making.error !== null && <Problem error={making.error} />}
      {making.data !== undefined && (
        <Secret told={t.keys.created(making.data.name)} secret={making.data.key} />
      )}
    </div>
  );
}
