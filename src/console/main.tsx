import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';

import { answerOf, api, Refusal } from './api/client.js';
import { session } from './api/session.js';
import { App } from './app.js';
import { loadLanguage } from './strings/strings.js';
import { loadTheme } from './layout/theme.js';
import './styles/console.css';

const RETRIES_MAX = 3;

/** What the service refused, it refuses again; what did not arrive may arrive next time. */
const worthTrying = (times: number, error: Error): boolean =>
  times < RETRIES_MAX && error instanceof Refusal && (error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthTrying, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

loadTheme();
const [known] = await Promise.all([
  answerOf(api.GET('/v1/session')).catch((error: unknown) => error as Refusal),
  loadLanguage(),
]);
if (!(known instanceof Refusal)) session.begin(known);

const place = document.getElementById('console');
if (place !== null) {
  render(
    <QueryClientProvider client={queries}>
      <App unreachable={known instanceof Refusal && known.status !== 401 ? known : null} />
    </QueryClientProvider>,
    place,
  );
}
