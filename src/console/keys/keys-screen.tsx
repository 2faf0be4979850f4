import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { Key } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { useSession } from '../api/use-session.js';
import { Confirm } from '../parts/confirm.js';
import { Moment } from '../parts/moment.js';
import { PageOf } from '../parts/page-of.js';
import { tell } from '../parts/toasts.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';
import { NewKey } from './new-key.js';
import './keys.css';

const KEYS = ['keys'];

/** Who may do what: every key of the site, making one, revoking one. */
export function Screen() {
  const [past, setPast] = useState(false);
  const query = useQuery({
    queryKey: KEYS,
    queryFn: async () => answerOf(api.GET('/v1/keys')),
  });
  useTitle(t.keys.heading);
  return (
    <PageOf query={query}>
      {({ data: keys }) => (
        <section class="page">
          <header class="page-header">
            <h1>{t.keys.heading}</h1>
            <label class="check">
              <input
                type="checkbox"
                checked={past}
                onChange={({ currentTarget }) => setPast(currentTarget.checked)}
              />
              {t.keys.showRevoked}
            </label>
          </header>
          <p class="quiet">{t.keys.told}</p>
          <NewKey queryKey={KEYS} />
          <Keys keys={keys.filter(({ revoked_at }) => past || revoked_at === null)} />
        </section>
      )}
    </PageOf>
  );
}

function Keys({ keys }: { readonly keys: readonly Key[] }) {
  const [revoking, setRevoking] = useState<Key | null>(null);
  return (
    <div class="keys-list">
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{t.keys.name}</th>
            <th scope="col">{t.keys.scope}</th>
            <th scope="col">{t.keys.made}</th>
            <th scope="col">{t.keys.revoked}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Row key={key.id} of={key} onRevoke={() => setRevoking(key)} />
          ))}
        </tbody>
      </table>
      {revoking !== null && <Revoking of={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}

interface RowProps {
  readonly of: Key;
  readonly onRevoke: () => void;
}

function Row({ of, onRevoke }: RowProps) {
  const { session } = useSession();
  const own = session?.key.id === of.id;
  return (
    <tr>
      <th scope="row" class="keys-name">
        <bdi>{of.name}</bdi>{' '}
        {own && <span class="badge">{t.keys.you}</span>}
        <code class="quiet">{of.id}</code>
      </th>
      <td>{mayOf(of)}</td>
      <td data-name={t.keys.made}>
        <Moment time={of.created_at} />
      </td>
      <td data-name={of.revoked_at === null ? undefined : t.keys.revoked}>
        {of.revoked_at === null ? (
          <button type="button" class="button button-reject" onClick={onRevoke}>
            {t.keys.revoke}
            <span class="for-readers">: {of.name}</span>
          </button>
        ) : (
          <Moment time={of.revoked_at} />
        )}
      </td>
    </tr>
  );
}

/** The highest of its scopes includes the others. */
function mayOf({ front, scopes }: Key): string {
  if (front !== null) return t.keys.front[front];
  const highest = (['admin', 'moderate', 'submit'] as const).find((each) => scopes.includes(each));
  return t.keys.scopes[highest ?? 'submit'];
}

function Revoking({ of, onClose }: { readonly of: Key; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: async () =>
      answerOf(api.DELETE('/v1/keys/{id}', { params: { path: { id: of.id } } })),
    onSuccess: () => {
      tell({ text: t.keys.revokedNow(of.name) });
      void queries.invalidateQueries({ queryKey: KEYS });
    },
  });
  return (
    <Confirm
      heading={t.keys.revokeHeading(of.name)}
      told={t.keys.revokeTold}
      name={t.keys.revoke}
      act={async () => revoking.mutateAsync()}
      onClose={onClose}
    />
  );
}
