import type { DecisionAction } from '../domain/decision.js';
import type { ImportedComment, ImportEntry, SkipReason } from '../domain/imported.js';
import { htmlText } from './html-text.js';
import type { ImportReader } from './import-reader.js';
import { type XmlRecord, xmlRecords } from './xml-records.js';

const FIELDS = new Set([
  'title',
  'link',
  'dsq:thread_identifier',
  'wp:post_id',
  'wp:post_date_gmt',
  'wp:comment_status',
  'wp:comment_id',
  'wp:comment_author',
  'wp:comment_author_email',
  'wp:comment_author_url',
  'wp:comment_author_IP',
  'wp:comment_date',
  'wp:comment_date_gmt',
  'wp:comment_content',
  'wp:comment_approved',
  'wp:comment_type',
  'wp:comment_parent',
  'wp:comment_user_id',
]);

/** What readers wrote; the rest are pings, and notes of shops to themselves. */
const TYPES = new Set(['', 'comment', 'review']);

type Decided = Pick<ImportedComment, 'action' | 'standard' | 'reason'>;

const decided = (action: DecisionAction, reason: string): Decided => ({
  action,
  standard: null,
  reason,
});

/** By `comment_approved`, as wp-includes/comment.php has it. */
const DECISIONS: Readonly<Record<string, Decided>> = {
  '1': { action: 'approve', standard: null, reason: null },
  approve: { action: 'approve', standard: null, reason: null },
  approved: { action: 'approve', standard: null, reason: null },
  '0': { action: 'hold', standard: null, reason: null },
  hold: { action: 'hold', standard: null, reason: null },
  spam: { action: 'reject', standard: 'spam', reason: 'spam' },
  trash: decided('reject', 'trash'),
  'post-trashed': decided('reject', 'post-trashed'),
};

/**
 * Reads the comments of a WordPress export (WXR, all versions). Ids are those of WordPress: the CMS
 * submits the same comments, threads and users under the same ids afterwards.
 */
export function wxrReader(): ImportReader {
  return xmlRecords({
    records: { item: null, 'wp:comment': 'item' },
    fields: FIELDS,
    complete: (record, [item]) =>
      record.name === 'wp:comment' && item !== undefined ? entryOf(record, item) : null,
  });
}

function entryOf(comment: XmlRecord, item: XmlRecord): ImportEntry {
  const external_id = comment.text('wp:comment_id');
  const position = { line: comment.line, external_id };
  const skip = (skipped: SkipReason): ImportEntry => ({ position, skipped });
  if (!TYPES.has(comment.text('wp:comment_type') ?? '')) return skip('not_a_comment');
  if (external_id === null) return skip('no_id');
  const thread = item.text('dsq:thread_identifier') ?? item.text('wp:post_id') ?? item.text('link');
  if (thread === null) return skip('no_thread');
  const standing = DECISIONS[comment.text('wp:comment_approved') ?? ''];
  if (standing === undefined) return skip('bad_status');
  return {
    position,
    comment: {
      external_id,
      thread: {
        external_id: thread,
        url: item.text('link'),
        title: item.text('title'),
        section: null,
        closed: item.text('wp:comment_status') === 'closed',
        created_at: dateOf(item.text('wp:post_date_gmt')),
      },
      author: {
        external_id: idOrNull(comment.text('wp:comment_user_id')),
        name: comment.text('wp:comment_author') ?? '',
        email: comment.text('wp:comment_author_email'),
        url: comment.text('wp:comment_author_url'),
        ip: comment.text('wp:comment_author_IP'),
        user_agent: null,
      },
      body: htmlText(comment.exact('wp:comment_content'), { lines: true }),
      parent_external_id: idOrNull(comment.text('wp:comment_parent')),
      created_at:
        dateOf(comment.text('wp:comment_date_gmt')) ?? dateOf(comment.text('wp:comment_date')) ?? '',
      locale: null,
      metadata: null,
      ...standing,
    },
  };
}

/** WordPress writes 0 for none. */
function idOrNull(id: string | null): string | null {
  return id === '0' ? null : id;
}

/** WordPress has no zone with its dates, and zeros for a date that it does not know. */
function dateOf(date: string | null): string | null {
  if (date === null || date.startsWith('0000')) return null;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(date) ? `${date.replace(' ', 'T')}Z` : date;
}
