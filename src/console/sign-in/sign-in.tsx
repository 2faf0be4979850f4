import { useState } from 'preact/hooks';

import { answerOf, api, Refusal } from '../api/client.js';
import { session } from '../api/session.js';
import { Problem } from '../parts/problem.js';
import { useTitle } from '../parts/use-title.js';
import { t } from '../strings/strings.js';

/** Exchanges a key for a session. The key is in this form and in one request, and nowhere else. */
export function SignIn({ ended }: { readonly ended: boolean }) {
  useTitle(t.signIn.heading);
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const headers = { authorization: `Bearer ${key.trim()}` };
      session.begin(await answerOf(api.POST('/v1/session', { headers })));
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
      setBusy(false);
    }
  };
  return (
    <main class="sign-in">
      <h1 class="brand">{t.title}</h1>
      {ended && (
        <p role="status" class="notice">
          {t.signIn.ended}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label class="field" for="key">
          {t.signIn.key}
        </label>
        <input
          id="key"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          required
          autofocus
          aria-describedby="key-hint"
          value={key}
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
        <p id="key-hint" class="quiet small">
          {t.signIn.hint}
        </p>
        <Refused error={error} />
        <button type="submit" class="button button-first" disabled={busy}>
          {t.signIn.submit}
        </button>
        <p class="quiet small">{t.signIn.stay}</p>
      </form>
    </main>
  );
}

function Refused({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  const status = error instanceof Refusal ? error.status : 0;
  if (status !== 401 && status !== 403) return <Problem error={error} />;
  return (
    <p class="problem" role="alert">
      {status === 401 ? t.signIn.wrong : t.signIn.scope}
    </p>
  );
}
