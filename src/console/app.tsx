import { useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { Redirect, Route, Router, Switch } from 'wouter-preact';

import type { Refusal } from './api/client.js';
import { useSession } from './api/use-session.js';
import { Shell } from './layout/shell.js';
import { Problem } from './parts/problem.js';
import { screen } from './parts/screen.js';
import { Toasts } from './parts/toasts.js';
import { SignIn } from './sign-in/sign-in.js';
import { t } from './strings/strings.js';

const PolicyScreen = screen(() => import('./policy/policy-screen.js'));
const StatisticsScreen = screen(() => import('./statistics/statistics-screen.js'));
const QueueScreen = screen(() => import('./queue/queue-screen.js'));
const CommentScreen = screen(() => import('./comment/comment-screen.js'));
const AuthorScreen = screen(() => import('./author/author-screen.js'));
const ThreadScreen = screen(() => import('./thread/thread-screen.js'));
const SearchScreen = screen(() => import('./search/search-screen.js'));
const KeysScreen = screen(() => import('./keys/keys-screen.js'));
const WebhooksScreen = screen(() => import('./webhooks/webhooks-screen.js'));
const WebhookScreen = screen(() => import('./webhooks/webhook-screen.js'));
const ModelScreen = screen(() => import('./model/model-screen.js'));
const AppealsScreen = screen(() => import('./appeals/appeals-screen.js'));
const NoticesScreen = screen(() => import('./notices/notices-screen.js'));
const BlocksScreen = screen(() => import('./blocks/blocks-screen.js'));
const RecordScreen = screen(() => import('./record/record-screen.js'));

interface AppProps {
  /** Why the service could not say who is signed in. */
  readonly unreachable: Refusal | null;
}

/** The table of contents of the console: an address for each screen. */
export function App({ unreachable }: AppProps) {
  const { session, ended } = useSession();
  const queries = useQueryClient();
  useEffect(() => {
    // What one moderator was shown is not for the next one at this browser.
    if (session === null) queries.clear();
  }, [session, queries]);
  if (session === null && unreachable !== null) {
    return <Problem error={unreachable} onRetry={() => location.reload()} />;
  }
  if (session === null) return <SignIn ended={ended} />;
  return (
    <Router base="/console">
      <Shell>
        <Switch>
          <Route path="/">
            <Redirect to="/queue" replace />
          </Route>
          <Route path="/queue">
            <QueueScreen />
          </Route>
          <Route path="/policy/*?">
            <PolicyScreen />
          </Route>
          <Route path="/statistics">
            <StatisticsScreen />
          </Route>
          <Route path="/comments/:id">
            <CommentScreen />
          </Route>
          <Route path="/authors/:id">
            <AuthorScreen />
          </Route>
          <Route path="/threads/:id">
            <ThreadScreen />
          </Route>
          <Route path="/search">
            <SearchScreen />
          </Route>
          <Route path="/model">
            <ModelScreen />
          </Route>
          <Route path="/keys">
            <KeysScreen />
          </Route>
          <Route path="/webhooks">
            <WebhooksScreen />
          </Route>
          <Route path="/webhooks/:id">
            <WebhookScreen />
          </Route>
          <Route path="/appeals/:id?">
            <AppealsScreen />
          </Route>
          <Route path="/notices/:id?">
            <NoticesScreen />
          </Route>
          <Route path="/blocks/:id?">
            <BlocksScreen />
          </Route>
          <Route path="/audit">
            <RecordScreen />
          </Route>
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
  return (
    <section class="page">
      <h1>{t.problems.notFound}</h1>
    </section>
  );
}
