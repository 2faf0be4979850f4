import { aComment, type TestApp } from './app.js';
import type { Answer, Client } from './client.js';

/** A comment that waits for a person: a different text each time. */
export async function heldComment(
  { cms }: Pick<TestApp, 'cms'>,
  change: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const plain = aComment();
  const body = `You are a clueless moron. ${String(plain['body'])}`;
  return (await cms.post('/v1/comments', { ...plain, body, ...change })).body.comment;
}

/** A comment that readers see. */
export async function shownComment(
  { cms }: Pick<TestApp, 'cms'>,
  change: Record<string, unknown> = {},
): Promise<Answer['body']> {
  return (await cms.post('/v1/comments', aComment(change))).body.comment;
}

/** Readers complain of a comment. */
export async function complain(
  { cms }: Pick<TestApp, 'cms'>,
  id: string,
  { readers, reason = 'hate' }: { readonly readers: readonly string[]; readonly reason?: string },
): Promise<void> {
  for (const external_id of readers) {
    await cms.post(`/v1/comments/${id}/reports`, { reporter: { external_id }, reason });
  }
}

/** The items of all pages of a list, from its first page on. */
export async function allPages(client: Client, path: string): Promise<Answer['body'][]> {
  const items: Answer['body'][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await client.get(`${path}${from}`);
    items.push(...body.data);
    cursor = body.next_cursor;
  }
  return items;
}
