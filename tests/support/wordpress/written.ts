import { browser, comments } from './browser.js';
import type { Site } from './site.js';

let readers = 0;

/** A comment as WordPress has stored it. */
export interface Written {
  readonly id: string;
  readonly author: string;
}

/** A reader, a new one unless said otherwise, writes into the comment form of the article. */
export async function written(
  site: Site,
  comment: string,
  author = `Reader${(readers += 1)}`,
): Promise<Written> {
  const to = await comments(browser(site), { author, comment });
  const where = `WHERE comment_author = '${author}'`;
  const [row] = await site.database.rows(`SELECT comment_ID FROM wp_comments ${where}`);
  const id = row?.[0];
  if (id === undefined || !to.includes(`#comment-${id}`)) {
    throw new Error(`The comment was not taken: ${to}`);
  }
  return { id, author };
}

/** `1`, `0`, `spam` or `trash`, as the database has it; undefined for what is not there. */
export async function inWordPress(site: Site, id: string): Promise<string | undefined> {
  const where = `WHERE comment_ID = ${id}`;
  const [row] = await site.database.rows(`SELECT comment_approved FROM wp_comments ${where}`);
  return row?.[0];
}
