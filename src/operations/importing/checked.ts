import type { Deps } from '../../deps.js';
import { charactersIn } from '../../domain/characters.js';
import type { Change, ImportedComment, SkipReason } from '../../domain/imported.js';
import { millisecondsOf, timestamp } from '../../domain/time.js';
import {
  BODY_LENGTH_MAX,
  CLOCK_SKEW_SECONDS_MAX,
  EMAIL_LENGTH_MAX,
  EXTERNAL_ID_LENGTH_MAX,
  NAME_LENGTH_MAX,
  REASON_LENGTH_MAX,
  TITLE_LENGTH_MAX,
  URL_LENGTH_MAX,
} from '../../limits.js';
import { canonicalIp } from '../blocking/ip-range.js';
import { CREATED_AT_MIN, isVisible } from '../submitting/checked-submission.js';

/** A comment that can be stored as it is, and what had to be changed for that. */
export interface Checked {
  readonly comment: ImportedComment;
  readonly changes: readonly Change[];
}

const NOT_STORABLE = /[\0\p{Surrogate}]/gu;
const ANONYMOUS = 'Anonymous';

/**
 * Brings an imported comment to the form in which comments are stored: what cannot be stored is
 * taken out or left out where the comment can do without, and told; else says why it cannot be.
 */
export function checkedImport(
  deps: Pick<Deps, 'clock'>,
  said: ImportedComment,
): Checked | { readonly skipped: SkipReason } {
  if (!isId(said.external_id)) return { skipped: 'no_id' };
  if (!isId(said.thread.external_id)) return { skipped: 'no_thread' };
  const created_at = dateOf(deps, said.created_at);
  if (created_at === null) return { skipped: 'bad_date' };
  const body = repaired(said.body);
  if (!isVisible(body)) return { skipped: 'empty_body' };
  if (charactersIn(body) > BODY_LENGTH_MAX) return { skipped: 'body_too_long' };
  const changes: Change[] = body === said.body ? [] : ['text_repaired'];
  const comment = {
    ...said,
    body,
    created_at,
    reason: cut(said.reason, REASON_LENGTH_MAX),
    metadata: said.metadata === null ? null : storable(said.metadata),
    locale: said.locale === null ? null : repaired(said.locale),
    parent_external_id: idOrNull(said.parent_external_id),
    thread: threadOf(deps, said.thread),
    author: authorOf(said.author, changes),
  };
  return { comment, changes };
}

/** Without NUL, and with U+FFFD for half characters: PostgreSQL and JSON can hold the rest. */
function repaired(text: string): string {
  return text.replaceAll(NOT_STORABLE, (unit) => (unit === '\0' ? '' : '\ufffd'));
}

function storable(metadata: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(metadata).map(([key, value]) => [repaired(key), repaired(value)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const isId = (id: string): boolean =>
  id !== '' && id.length <= EXTERNAL_ID_LENGTH_MAX && repaired(id) === id;

const idOrNull = (id: string | null): string | null => (id !== null && isId(id) ? id : null);

function cut(text: string | null, length: number): string | null {
  if (text === null) return null;
  // Cutting may leave half a character behind.
  return repaired(repaired(text).slice(0, length));
}

function threadOf(
  deps: Pick<Deps, 'clock'>,
  thread: ImportedComment['thread'],
): ImportedComment['thread'] {
  const { url, title, section, created_at } = thread;
  return {
    ...thread,
    url: url !== null && url.length <= URL_LENGTH_MAX ? repaired(url) : null,
    title: cut(title, TITLE_LENGTH_MAX),
    section: section === null ? null : repaired(section),
    created_at: created_at === null ? null : dateOf(deps, created_at),
  };
}

function authorOf(said: ImportedComment['author'], changes: Change[]): ImportedComment['author'] {
  const note = (change: Change): null => {
    changes.push(change);
    return null;
  };
  const within = (text: string | null, length: number, change: Change): string | null => {
    if (text === null) return null;
    return text.length <= length ? repaired(text) : note(change);
  };
  const name = repaired(said.name).trim();
  if (!isVisible(name)) note('anonymous');
  else if (name.length > NAME_LENGTH_MAX) note('name_cut');
  const ip = said.ip === null ? null : (canonicalIp(said.ip) ?? note('ip_dropped'));
  const external_id = idOrNull(said.external_id);
  if (external_id !== said.external_id) note('author_id_dropped');
  return {
    external_id,
    name: isVisible(name) ? (cut(name, NAME_LENGTH_MAX) ?? name) : ANONYMOUS,
    email: within(said.email, EMAIL_LENGTH_MAX, 'email_dropped'),
    url: within(said.url, URL_LENGTH_MAX, 'url_dropped'),
    ip,
    user_agent: said.user_agent === null ? null : repaired(said.user_agent),
  };
}

function dateOf({ clock }: Pick<Deps, 'clock'>, date: string): string | null {
  // What has no zone would be read in the zone of this machine.
  if (!/^\d{4}-\d\d-\d\d(?:$|T.*(?:Z|[+-]\d\d:?\d\d)$)/iu.test(date)) return null;
  const milliseconds = millisecondsOf(date);
  if (Number.isNaN(milliseconds)) return null;
  const latest = clock() + CLOCK_SKEW_SECONDS_MAX * 1000;
  const written = milliseconds > latest ? null : timestamp(milliseconds);
  return written !== null && written >= CREATED_AT_MIN ? written : null;
}
