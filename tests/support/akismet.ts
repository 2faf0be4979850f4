import type { TestApp } from './app.js';

export const BLOG = 'https://news.example/';
export const ARTICLE = 'https://news.example/articles/42';

/** What a blog sends of a reader's comment. */
export const aForm = (content: string, more: Readonly<Record<string, string>> = {}) => ({
  blog: BLOG,
  user_ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0',
  permalink: ARTICLE,
  comment_author: 'Maria',
  comment_author_email: 'maria@example.org',
  comment_content: content,
  ...more,
});

/** Asks the front as WordPress does: forms, and plain words in return. */
export interface AkismetClient {
  readonly key: string;
  readonly id: string;
  post(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>;
}

export async function akismetClient(
  { app, admin }: Pick<TestApp, 'app' | 'admin'>,
  name = 'our blog',
): Promise<AkismetClient> {
  const { key, id } = (await admin.post('/v1/keys/akismet', { name })).body;
  return {
    key,
    id,
    post: async (path, form = { blog: BLOG }, headers = {}) => {
      const answer = await app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...headers },
        payload: new URLSearchParams({ api_key: key, ...form }).toString(),
      });
      return { status: answer.statusCode, headers: answer.headers, text: answer.body };
    },
  };
}
