import type { FastifyInstance, InjectOptions } from 'fastify';

import type { Answer } from './client.js';

/** A browser on a page of the service, after its holder signed in. */
export interface Browser {
  /** As it is sent: the name and the token. */
  readonly cookie: string;
  readonly csrf: string;
  /** What signing in was answered with. */
  readonly opened: Answer;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** As the console sends it: with the token against forged requests. */
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, sent?: Sent): Promise<Answer>;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Signs in with a key. */
export async function signIn(
  app: FastifyInstance,
  key: string,
  headers: Record<string, string> = {},
): Promise<Browser> {
  const authorization = `Bearer ${key}`;
  const url = '/v1/session';
  const opened = await asked(app, { method: 'POST', url, headers: { ...headers, authorization } });
  const cookie = cookieOf(opened);
  const csrf = String(opened.body.csrf_token);
  const own = { 'sec-fetch-site': 'same-origin', ...headers, cookie };
  return {
    cookie,
    csrf,
    opened,
    get: async (path, more = {}) =>
      asked(app, { method: 'GET', url: path, headers: { ...own, ...more } }),
    send: async (method, path, { body, headers: more } = {}) =>
      asked(app, {
        method,
        url: path,
        headers: { ...own, 'x-csrf-token': csrf, ...more },
        ...(body !== undefined && { payload: body as object }),
      }),
  };
}

/** One request as it stands. */
export async function asked(app: FastifyInstance, options: InjectOptions): Promise<Answer> {
  const { statusCode, headers, body } = await app.inject(options);
  const json = body !== '' && String(headers['content-type'] ?? '').includes('json');
  return { status: statusCode, headers, body: json ? (JSON.parse(body) as unknown) : body };
}

/** The cookie that an answer sets, as the browser sends it back. */
export function cookieOf({ headers }: Pick<Answer, 'headers'>): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
