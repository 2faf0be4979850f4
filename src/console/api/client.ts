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

api.use(keepTime);
api.use({
  onRequest: ({ request }) => {
    const token = session.value?.csrf_token;
    if (typeof token === 'string' && !READS.has(request.method)) request.headers.set('x-csrf-token', token);
    return request;
  },
  onResponse: ({ request, response }) => {
    // A wrong key at the door is no end of a session.
    if (response.status === 401 && !request.headers.has('authorization')) session.end();
  },
});

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
