import createClient from 'openapi-fetch';

import type { paths, Problem } from '../../../openapi/types.js';
import { keepTime } from './service-time.js';
import { session } from './session.js';

/** The service refused, and says why; or it did not answer, and `problem` is null. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? 'The service does not answer.');
    this.name = 'Refusal';
  }
}

/** The API as openapi.json describes it: what it lacks does not compile. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const TOKEN = 'x-csrf-token';

interface Spare {
  readonly body: string;
  /** Of who asks. */
  readonly key: string;
}

/** Of requests that are on their way, what it takes to ask once more. */
const spares = new WeakMap<Request, Spare>();

/** A request with its body as text: what watches a browser sees no body of one that was cloned. */
const withBody = (request: Request, body: string): Request =>
  new Request(request, body === '' ? {} : { body });

api.use(keepTime);
api.use({
  onRequest: async ({ request }) => {
    const { csrf_token: token = null, key } = session.value ?? {};
    if (token === null || key === undefined || READS.has(request.method)) return request;
    request.headers.set(TOKEN, token);
    const body = await request.text();
    const sent = withBody(request, body);
    spares.set(sent, { body, key: key.id });
    return sent;
  },
  onResponse: async ({ request, response, options: { fetch: ask } }) => {
    const again = (await isForeign(response)) ? await withTokenOfNow(request) : null;
    const answer = again === null ? response : await ask(again);
    // A wrong key at the door is no end of a session.
    if (answer.status === 401 && !request.headers.has('authorization')) session.end();
    return answer;
  },
});

/**
 * The cookie is the browser’s and the token the page’s: whoever signs in anew in another tab leaves
 * this one with a token that is worth nothing. What is refused for that did nothing, and is asked
 * once more; null where that would be of no use.
 */
async function withTokenOfNow(request: Request): Promise<Request | null> {
  const spare = spares.get(request);
  if (spare === undefined) return null;
  const token = await tokenNow(spare.key);
  if (token === null || token === request.headers.get(TOKEN)) return null;
  const again = withBody(request, spare.body);
  again.headers.set(TOKEN, token);
  return again;
}

async function isForeign(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body: unknown = await response.clone().json().catch(() => null);
  return isProblem(body) && body.code === 'cross_site_request';
}

/** The token of the browser’s session, where it is one of the key; null for none. */
async function tokenNow(key: string): Promise<string | null> {
  const now = await answerOf(api.GET('/v1/session')).catch(() => null);
  // Whoever left meanwhile is not signed in again by it.
  if (now === null || session.value?.key.id !== key) return null;
  if (now.key.id === key) {
    session.begin(now);
    return now.csrf_token;
  }
  // Somebody else signed in: nothing that this page shows or knows is theirs.
  location.reload();
  return null;
}

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What was answered to a request of `api`.
 *
 * @throws Refusal for any answer that is not a success, and where none came.
 */
export async function answerOf<Data>(asked: Promise<Answered<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refusal(0, null);
  });
  if (response.ok) return data as Data;
  throw new Refusal(response.status, isProblem(error) ? error : null);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

/** The stable code of a refusal; null for any other fault, and for none. */
export function codeOf(fault: unknown): string | null {
  return fault instanceof Refusal ? (fault.problem?.code ?? null) : null;
}
