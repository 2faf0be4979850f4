import type { ImportedComment, ImportEntry, SkipReason } from '../domain/imported.js';
import { IMPORT_THREADS_MAX } from '../limits/transfer.js';
import { htmlText } from './html-text.js';
import type { ImportReader } from './import-reader.js';
import { unreadable } from './xml-reader.js';
import { type XmlRecord, xmlRecords } from './xml-records.js';

const FIELDS = new Set([
  'id',
  'link',
  'title',
  'createdAt',
  'isClosed',
  'message',
  'isDeleted',
  'isSpam',
  'isApproved',
  'name',
  'email',
  'username',
  'ipAddress',
]);

const ID = 'dsq:id';

type Threads = Map<string, ImportedComment['thread']>;

/**
 * Reads a Disqus export (docs.disqus.com/developers/export): all threads, then all posts. A thread
 * is known by the identifier that the page gave to Disqus, else by its address; a comment by the
 * number that Disqus gave it, with `disqus:` before it, since the CMS never knew that number.
 */
export function disqusReader(): ImportReader {
  const threads: Threads = new Map();
  return xmlRecords({
    records: { thread: null, post: null },
    fields: FIELDS,
    complete: (record) => {
      if (record.name === 'post') return entryOf(record, threads);
      const id = record.attributes[ID];
      if (id === undefined) return null;
      if (threads.size >= IMPORT_THREADS_MAX) throw unreadable('The file has too many threads');
      threads.set(id, threadOf(record, id));
      return null;
    },
  });
}

function threadOf(thread: XmlRecord, id: string): ImportedComment['thread'] {
  const url = thread.text('link');
  return {
    external_id: thread.text('id') ?? url ?? `disqus:${id}`,
    url,
    title: thread.text('title'),
    section: null,
    closed: thread.text('isClosed') === 'true',
    created_at: dateOf(thread.text('createdAt')),
  };
}

function entryOf(post: XmlRecord, threads: Threads): ImportEntry {
  const id = post.attributes[ID]?.trim() || null;
  const position = { line: post.line, external_id: id };
  const skip = (skipped: SkipReason): ImportEntry => ({ position, skipped });
  if (id === null) return skip('no_id');
  const thread = threads.get(post.attribute('thread', ID) ?? '');
  if (thread === undefined) return skip('no_thread');
  const username = post.text('username');
  const parent = post.attribute('parent', ID);
  return {
    position,
    comment: {
      external_id: `disqus:${id}`,
      thread,
      author: {
        external_id: username === null ? null : `disqus:${username}`,
        name: post.text('name') ?? username ?? '',
        email: post.text('email'),
        url: null,
        ip: post.text('ipAddress'),
        user_agent: null,
      },
      body: htmlText(post.exact('message'), { lines: false }),
      parent_external_id: parent === null ? null : `disqus:${parent}`,
      created_at: dateOf(post.text('createdAt')) ?? '',
      locale: null,
      metadata: null,
      ...decisionOf(post),
    },
  };
}

/** Deleted by its author or by a moderator: the file does not tell, so it counts against nobody. */
function decisionOf(post: XmlRecord): Pick<ImportedComment, 'action' | 'standard' | 'reason'> {
  const is = (field: string): boolean => post.text(field) === 'true';
  if (is('isSpam')) return { action: 'reject', standard: 'spam', reason: 'isSpam' };
  if (is('isDeleted')) return { action: 'delete', standard: null, reason: 'isDeleted' };
  const held = post.text('isApproved') === 'false';
  return { action: held ? 'hold' : 'approve', standard: null, reason: null };
}

/** Older exports have no zone with their dates, which are UTC. */
function dateOf(date: string | null): string | null {
  if (date === null) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u.test(date) ? `${date}Z` : date;
}
