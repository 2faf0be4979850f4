import type { DecisionAction } from '../domain/decision.js';
import type { ImportedComment, ImportEntry, SkipReason } from '../domain/imported.js';
import { type Standard, STANDARDS } from '../domain/standard.js';
import {
  LOCALE_LENGTH_MAX,
  METADATA_KEY_LENGTH_MAX,
  METADATA_KEYS_MAX,
  METADATA_VALUE_LENGTH_MAX,
  SECTION_LENGTH_MAX,
  USER_AGENT_LENGTH_MAX,
} from '../limits.js';
import type { ImportReader } from './import-reader.js';
import { type Line, lineCutter } from './lines.js';

type Json = Readonly<Record<string, unknown>>;

/** By the word for where a comment stands; what is not said stands approved. */
const ACTIONS: Readonly<Record<string, DecisionAction>> = {
  approved: 'approve',
  pending: 'hold',
  rejected: 'reject',
  spam: 'reject',
  deleted: 'delete',
};

/**
 * Reads one comment a line, each an object as POST /v1/comments takes it, with `status` beside it
 * (docs/moving.md). Members that are not known are passed over.
 */
export function ndjsonReader(): ImportReader {
  const lines = lineCutter();
  return {
    read: (text) => lines.cut(text).map(entryOf),
    end: () => lines.rest().map(entryOf),
  };
}

function entryOf({ number, text }: Line): ImportEntry {
  const said = jsonOf(text);
  const external_id = textOf(said?.['external_id']);
  const position = { line: number, external_id };
  const skip = (skipped: SkipReason): ImportEntry => ({ position, skipped });
  if (said === null) return skip('not_readable');
  if (external_id === null) return skip('no_id');
  const thread = objectOf(said['thread']);
  const threadId = textOf(thread['external_id']) ?? textOf(thread['url']);
  if (threadId === null) return skip('no_thread');
  const status = textOf(said['status']) ?? 'approved';
  const action = Object.hasOwn(ACTIONS, status) ? ACTIONS[status] : undefined;
  const standard = status === 'spam' ? 'spam' : (textOf(said['standard']) ?? null);
  if (action === undefined || !isStandard(standard)) return skip('bad_status');
  return {
    position,
    comment: {
      external_id,
      thread: threadOf(thread, threadId),
      author: authorOf(objectOf(said['author'])),
      body: typeof said['body'] === 'string' ? said['body'] : '',
      parent_external_id: textOf(said['parent_id']),
      created_at: textOf(said['created_at']) ?? '',
      locale: atMost(textOf(said['locale']), LOCALE_LENGTH_MAX),
      metadata: metadataOf(said['metadata']),
      action,
      standard,
      reason: textOf(said['reason']),
    },
  };
}

function threadOf(thread: Json, external_id: string): ImportedComment['thread'] {
  return {
    external_id,
    url: textOf(thread['url']),
    title: textOf(thread['title']),
    section: atMost(textOf(thread['section']), SECTION_LENGTH_MAX),
    closed: thread['closed'] === true,
    created_at: textOf(thread['created_at']),
  };
}

function authorOf(author: Json): ImportedComment['author'] {
  return {
    external_id: textOf(author['external_id']),
    name: textOf(author['name']) ?? '',
    email: textOf(author['email']),
    url: textOf(author['url']),
    ip: textOf(author['ip']),
    user_agent: atMost(textOf(author['user_agent']), USER_AGENT_LENGTH_MAX),
  };
}

function jsonOf(text: string | null): Json | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : null;
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** Ids that are numbers there are texts here. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const atMost = (text: string | null, length: number): string | null =>
  text !== null && text.length <= length ? text : null;

function isStandard(standard: string | null): standard is Standard | null {
  return standard === null || STANDARDS.some((each) => each === standard);
}

function metadataOf(value: unknown): ImportedComment['metadata'] {
  const texts = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string] =>
      entry[0] !== '' &&
      entry[0].length <= METADATA_KEY_LENGTH_MAX &&
      typeof entry[1] === 'string' &&
      entry[1].length <= METADATA_VALUE_LENGTH_MAX,
  );
  return texts.length === 0 ? null : Object.fromEntries(texts.slice(0, METADATA_KEYS_MAX));
}
