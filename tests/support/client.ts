import type { FastifyInstance, InjectOptions } from 'fastify';

/** What came back: the status, the headers, and the body as JSON where it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // Tests read into answers freely; the schemas of the service are checked elsewhere.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Calls the API as the holder of one key would. */
export interface Client {
  readonly key: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** A client over `inject`: everything of HTTP but the socket. */
export function clientOf(app: FastifyInstance, key: string): Client {
  const send = async (options: InjectOptions): Promise<Answer> => {
    const response = await app.inject({
      ...options,
      headers: { authorization: `Bearer ${key}`, ...options.headers },
    });
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      headers: response.headers,
      body: json ? response.json<unknown>() : response.body,
    };
  };
  const withBody =
    (method: 'POST' | 'PUT' | 'PATCH') =>
    async (url: string, body?: unknown, headers: Record<string, string> = {}) =>
      send({ method, url, headers, ...(body !== undefined && { payload: body as object }) });
  return {
    key,
    get: async (url, headers = {}) => send({ method: 'GET', url, headers }),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    delete: async (url) => send({ method: 'DELETE', url }),
  };
}
