import type { Random } from '../../../scripts/figures/random.js';
import { call } from '../service.js';

/** One request of somebody to a service that may be killed any moment. */
export interface Act {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Of a submit; null for what is not repeated. */
  readonly key: string | null;
  readonly body: object | null;
}

export type Answer = Awaited<ReturnType<typeof call>>;

/** A comment as somebody last saw it. */
interface Seen {
  readonly id: string;
  readonly version: number;
  readonly author: string;
}

/** What acts are about: the newest comments, as moderators would have it. */
const SEEN_MAX = 40;

const BODIES = [
  'Thank you for the report, number',
  'You are a moron, number',
  'I doubt the figures in the third paragraph, number',
  'Cheap pills at https://pills.example.com, number',
];

/** A newsroom's day in disorder: submits, and in between what readers and moderators do. */
export interface Newsroom {
  next(): Act;
  /** What was answered is what later acts are about. */
  saw(answer: Answer): void;
}

export function newsroom(random: Random, name: string): Newsroom {
  const seen: Seen[] = [];
  let made = 0;
  const submit = (): Act => {
    const key = `${name}-${made}`;
    const reply = seen.length > 0 && random.below(4) === 0 ? random.pick(seen) : null;
    const body = {
      external_id: key,
      // A reply goes into the thread of its parent, which is one of all for that reason.
      thread: { external_id: 'article' },
      ...(reply !== null && { parent_id: reply.id }),
      author: { external_id: `reader-${random.below(30)}`, name: `Reader ${made}` },
      body: `${random.pick(BODIES)} ${made} of ${name}.`,
    };
    return { method: 'POST', path: '/v1/comments', key, body };
  };
  return {
    next: () => {
      made += 1;
      if (seen.length === 0 || random.below(2) === 0) return submit();
      return { key: null, ...random.pick(OTHERS)(random.pick(seen), random, made) };
    },
    saw: ({ body }) => {
      const comment = body?.comment;
      if (comment?.version === undefined) return;
      const { id, version, author } = comment;
      const at = seen.findIndex((each) => each.id === id);
      if (at >= 0) seen.splice(at, 1);
      seen.push({ id, version, author: author.id });
      if (seen.length > SEEN_MAX) seen.shift();
    },
  };
}

type Other = (comment: Seen, random: Random, made: number) => Omit<Act, 'key'>;

const post = (path: string, body: object): Omit<Act, 'key'> => ({ method: 'POST', path, body });

const decide =
  (action: 'approve' | 'reject'): Other =>
  ({ id, version }) =>
    post(`/v1/comments/${id}/${action}`, { seen_version: version });

const OTHERS: readonly Other[] = [
  decide('approve'),
  decide('reject'),
  decide('approve'),
  decide('reject'),
  ({ id }, random) =>
    post(`/v1/comments/${id}/reports`, {
      reporter: { external_id: `witness-${random.below(200)}` },
      reason: 'personal_attack',
    }),
  ({ id }, random, made) =>
    random.below(2) === 0
      ? post(`/v1/comments/${id}/notes`, { body: `Note ${made}` })
      : { method: 'PATCH', path: `/v1/comments/${id}`, body: { body: `Edited, ${made} times.` } },
  ({ author }) => post(`/v1/authors/${author}/block`, { mode: 'hold', reason: 'a test' }),
  ({ author }) => ({ method: 'POST', path: `/v1/authors/${author}/unblock`, body: null }),
  ({ id, version }, random) =>
    random.below(3) === 0
      ? { method: 'DELETE', path: `/v1/comments/${id}`, body: null }
      : post('/v1/decisions', {
          decisions: [{ comment_id: id, action: 'approve', seen_version: version }],
        }),
];

/** Sends it; throws where the service went away before it answered. */
export async function send(url: string, { method, path, key, body }: Act): Promise<Answer> {
  return call(`${url}${path}`, {
    key: ADMIN_KEY,
    method,
    headers: key === null ? {} : { 'idempotency-key': key },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
}

export const ADMIN_KEY = 'an-admin-key-of-this-test';
