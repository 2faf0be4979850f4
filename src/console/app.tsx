import { useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect } from 'preact/hooks';
import { Link, Redirect, Route, Router, Switch } from 'wouter-preact';

import type { Refusal } from './api/client.js';
import { useSession } from './api/use-session.js';
import { Shell } from './layout/shell.js';
import { PageProblem } from './parts/page-problem.js';
import { Toasts } from './parts/toasts.js';
import { useTitle } from './parts/use-title.js';
import { SCREENS } from './screens.js';
import { SignIn } from './sign-in/sign-in.js';
import { t } from './strings/strings.js';

interface AppProps {
  /** Why the service could not say who is signed in. */
  readonly unreachable: Refusal | null;
}

/** The form to sign in, or the screen that the address names. */
export function App({ unreachable }: AppProps) {
  const { session, ended } = useSession();
  const queries = useQueryClient();
  useLayoutEffect(() => {
    // What one moderator was shown is not for the next one at this browser.
    if (session === null) queries.clear();
  }, [session, queries]);
  if (session === null && unreachable !== null) {
    return (
      <main>
        <PageProblem error={unreachable} onRetry={() => location.reload()} />
      </main>
    );
  }
  if (session === null) return <SignIn ended={ended} />;
  return (
    <Router base="/console">
      <Shell>
        <Switch>
          <Route path="/">
            <Redirect to="/queue" replace />
          </Route>
          {SCREENS.map(({ path, Screen }) => (
            <Route key={path} path={path}>
              <Screen />
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
      <Toasts />
    </Router>
  );
}

function NotFound() {
  useTitle(t.problems.notFound);
  return (
    <section class="page">
      <h1>{t.problems.notFound}</h1>
      <p>
        <Link href="/queue">{t.problems.toQueue}</Link>
      </p>
    </section>
  );
}
