import { createHash } from 'node:crypto';

import { charactersIn } from '../../domain/characters.js';
import type { Submission } from '../../domain/submission.js';
import {
  BODY_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  EXTERNAL_ID_LENGTH_MAX,
  LOCALE_LENGTH_MAX,
  METADATA_VALUE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  URL_LENGTH_MAX,
  USER_AGENT_LENGTH_MAX,
} from '../../limits.js';
import { GatepostError } from '../../domain/errors.js';
import { canonicalIp } from '../../operations/blocking/ip-range.js';
import { isVisible } from '../../operations/submitting/checked-submission.js';
import { emptyValue } from './errors.js';
import type { FieldName, Form } from './form.js';

/** What of a form has no place in a submission and is kept with the comment as it came. */
const KEPT = ['comment_type', 'comment_post_ID', 'comment_parent'] as const;

/**
 * A form of Akismet as a submission. What cannot be stored as it stands is left out, because these
 * clients send what they have: addresses that are none, empty fields, dates of their own making.
 *
 * @throws GatepostError `invalid_request` where there is nothing to judge, or too much of it.
 */
export function submissionOf(form: Form): Submission {
  return {
    thread: threadOf(form),
    author: authorOf(form),
    body: bodyOf(form),
    parent_id: null,
    external_id: null,
    created_at: dateOf(form),
    locale: localeOf(form),
    accepted_policy_version: null,
    metadata: metadataOf(form),
  };
}

/** The first of some fields that says anything, if it is no longer than it may be. */
function said(form: Form, names: readonly FieldName[], lengthMax: number): string | null {
  const value = names.map((name) => form.text(name).trim()).find((text) => text !== '') ?? '';
  return value === '' || value.length > lengthMax ? null : value;
}

/** An article is known by its permalink up to #; without one the whole blog is one thread. */
function threadOf(form: Form): Submission['thread'] {
  const address = said(form, ['permalink', 'blog'], Infinity) ?? '';
  const known = address.replace(/#.*$/su, '');
  const isUrl = /^https?:/iu.test(known) && URL.canParse(known) && known.length <= URL_LENGTH_MAX;
  return {
    external_id: known.length <= EXTERNAL_ID_LENGTH_MAX ? known : `sha256:${digest(known)}`,
    url: isUrl ? known : null,
    title: null,
    section: null,
  };
}

function authorOf(form: Form): Submission['author'] {
  const name = cut(form.text('comment_author'), NAME_LENGTH_MAX);
  const user = said(form, ['user_ID', 'user_id'], EXTERNAL_ID_LENGTH_MAX);
  const ip = said(form, ['user_ip', 'comment_author_IP'], URL_LENGTH_MAX);
  return {
    // WordPress has 0 for who is not logged in.
    external_id: user === '0' ? null : user,
    name: isVisible(name) ? name : 'Anonymous',
    email: said(form, ['comment_author_email'], EMAIL_LENGTH_MAX),
    ip: ip === null ? null : canonicalIp(ip),
    url: said(form, ['comment_author_url'], URL_LENGTH_MAX),
    user_agent: said(form, ['user_agent', 'comment_agent'], USER_AGENT_LENGTH_MAX),
  };
}

/** Of a sign-up, which has no text, what there is to read. */
function bodyOf(form: Form): string {
  const content = form.text('comment_content');
  const body = isVisible(content)
    ? content
    : [form.text('comment_author'), form.text('comment_author_url')].filter(isVisible).join('\n');
  if (!isVisible(body)) throw emptyValue('comment_content');
  if (charactersIn(body) <= BODY_LENGTH_MAX) return body;
  const detail = `"comment_content" has more than ${BODY_LENGTH_MAX} characters`;
  throw new GatepostError('payload_too_large', detail);
}

/** ISO 8601, or as WordPress's database has it; in UTC, as its name says. Seldom, but then null. */
function dateOf(form: Form): string | null {
  const date = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/u.exec(form.text('comment_date_gmt').trim());
  if (date === null) return null;
  const written = `${date[1] ?? ''}T${date[2] ?? ''}.000Z`;
  return Number.isNaN(Date.parse(written)) ? null : written;
}

/** The first of the languages of the blog: `en, fr_ca`. */
function localeOf(form: Form): string | null {
  const [first = ''] = form.text('blog_lang').split(',');
  const locale = first.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]+)*$/iu.test(locale) && locale.length <= LOCALE_LENGTH_MAX
    ? locale
    : null;
}

function metadataOf(form: Form): Submission['metadata'] {
  const type = said(form, ['comment_type', 'content_type'], METADATA_VALUE_LENGTH_MAX);
  const pairs = KEPT.map((name) => [name, said(form, [name], METADATA_VALUE_LENGTH_MAX)] as const);
  const context = cut(form.list('comment_context').join(', '), METADATA_VALUE_LENGTH_MAX);
  const all = [...pairs, ['comment_type', type], ['comment_context', context]] as const;
  const kept = all.filter(([, value]) => value !== null && value !== '');
  return kept.length === 0 ? null : (Object.fromEntries(kept) as Record<string, string>);
}

/** The beginning of a text, without half of a character at its end. */
function cut(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).replace(/[\ud800-\udbff]$/u, '');
}

export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
