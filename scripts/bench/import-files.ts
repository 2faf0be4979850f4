import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

import { plain } from './texts.js';

/** A comment of a generated file: different each time, with replies and a few authors' habits. */
interface Made {
  readonly id: number;
  readonly thread: number;
  readonly parent: number | null;
  readonly author: number;
  readonly body: string;
  readonly date: string;
}

const THREADS = 2_000;
const AUTHORS = 20_000;
const BEGINNING = Date.parse('2012-01-01T00:00:00.000Z');

function made(id: number, count: number): Made {
  const thread = Math.floor((id / count) * THREADS);
  const isReply = id % 3 === 0 && Math.floor(((id - 7) / count) * THREADS) === thread;
  const from = (id * 37) % 400;
  return {
    id,
    thread,
    parent: isReply ? id - 7 : null,
    author: (id * 7_919) % AUTHORS,
    body: `Number ${id}: ${plain(800).slice(from, from + 100 + (id % 5) * 90)}`,
    date: new Date(BEGINNING + id * 60_000).toISOString(),
  };
}

export const FORMATS = ['wxr', 'disqus', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a file with so many comments, as the other system would. */
export async function writeFileOf(format: Format, path: string, count: number): Promise<void> {
  const stream = createWriteStream(path);
  for (const text of WRITERS[format](count)) {
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

const WRITERS: Readonly<Record<Format, (count: number) => Iterable<string>>> = {
  wxr: wordpress,
  disqus,
  ndjson,
};

function* wordpress(count: number): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" ' +
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel>';
  let thread = -1;
  for (let id = 1; id <= count; id += 1) {
    const each = made(id, count);
    if (each.thread !== thread) {
      if (thread >= 0) yield '</item>';
      thread = each.thread;
      yield `<item><title>Article ${thread}</title><link>https://example.org/${thread}</link>` +
        `<wp:post_id>${thread}</wp:post_id><wp:comment_status>open</wp:comment_status>`;
    }
    const date = each.date.slice(0, 19).replace('T', ' ');
    yield `<wp:comment><wp:comment_id>${id}</wp:comment_id>` +
      `<wp:comment_author><![CDATA[Reader ${each.author}]]></wp:comment_author>` +
      `<wp:comment_author_email>reader-${each.author}@example.org</wp:comment_author_email>` +
      '<wp:comment_author_url></wp:comment_author_url>' +
      `<wp:comment_author_IP>192.0.2.${id % 250}</wp:comment_author_IP>` +
      `<wp:comment_date>${date}</wp:comment_date><wp:comment_date_gmt>${date}</wp:comment_date_gmt>` +
      `<wp:comment_content><![CDATA[${each.body}]]></wp:comment_content>` +
      `<wp:comment_approved>${id % 50 === 0 ? 'spam' : '1'}</wp:comment_approved>` +
      '<wp:comment_type>comment</wp:comment_type>' +
      `<wp:comment_parent>${each.parent ?? 0}</wp:comment_parent>` +
      '<wp:comment_user_id>0</wp:comment_user_id></wp:comment>\n';
  }
  yield '</item></channel></rss>\n';
}

function* disqus(count: number): Iterable<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<disqus xmlns="http://disqus.com" ' +
    'xmlns:dsq="http://disqus.com/disqus-internals">';
  for (let thread = 0; thread < THREADS; thread += 1) {
    yield `<thread dsq:id="${thread}"><id>article-${thread}</id>` +
      `<link>https://example.org/${thread}</link><title>Article ${thread}</title></thread>\n`;
  }
  for (let id = 1; id <= count; id += 1) {
    const each = made(id, count);
    const parent = each.parent === null ? '' : `<parent dsq:id="${each.parent}" />`;
    yield `<post dsq:id="${id}"><id /><message><![CDATA[<p>${each.body}</p>]]></message>` +
      `<createdAt>${each.date.slice(0, 19)}Z</createdAt><isDeleted>false</isDeleted>` +
      `<isSpam>${id % 50 === 0}</isSpam><author><name>Reader ${each.author}</name>` +
      `<isAnonymous>false</isAnonymous><username>reader${each.author}</username></author>` +
      `<thread dsq:id="${each.thread}" />${parent}</post>\n`;
  }
  yield '</disqus>\n';
}

function* ndjson(count: number): Iterable<string> {
  for (let id = 1; id <= count; id += 1) {
    const { thread, parent, author, body, date } = made(id, count);
    yield `${JSON.stringify({
      external_id: String(id),
      thread: { external_id: String(thread), url: `https://example.org/${thread}` },
      author: { external_id: `u${author}`, name: `Reader ${author}`, ip: `192.0.2.${id % 250}` },
      body,
      parent_id: parent === null ? null : String(parent),
      created_at: date,
      status: id % 50 === 0 ? 'spam' : 'approved',
    })}\n`;
  }
}
