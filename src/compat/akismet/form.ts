import { TextDecoder } from 'node:util';

import { GatepostError } from '../../domain/errors.js';
import { FORM_FIELDS_MAX, FORM_LIST_MAX } from '../../limits/fronts.js';

/** A form as it was sent, without the fields that nobody here reads. */
export interface Form {
  /** The last value of a field, as PHP has it; empty where it was not sent. */
  text(name: FieldName): string;
  /** The values of a field that is a list (`name[]`, `name[0]`), in their order. */
  list(name: FieldName): readonly string[];
}

/**
 * What is read of a form. Clients send far more (WordPress all of the reader's headers, which are
 * nobody's business here); the rest is dropped where it is parsed.
 */
const FIELD_NAMES = [
  'api_key',
  'key',
  'blog',
  'blog_lang',
  'blog_charset',
  'callback',
  'comment_agent',
  'comment_author',
  'comment_author_IP',
  'comment_author_email',
  'comment_author_url',
  'comment_content',
  'comment_context',
  'comment_date_gmt',
  'comment_parent',
  'comment_post_ID',
  'comment_type',
  'content_type',
  'from',
  'guid',
  'is_test',
  'permalink',
  'recheck_reason',
  'user_ID',
  'user_agent',
  'user_id',
  'user_ip',
  'user_role',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

const KNOWN: ReadonlySet<string> = new Set(FIELD_NAMES);

export const EMPTY_FORM: Form = { text: () => '', list: () => [] };

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1) in any encoding that the
 * Encoding Standard knows: that of the content type, else that of the field `blog_charset`. What
 * is said to be UTF-8 and is not is read as windows-1252, which is what it mostly is. Never holds
 * NUL or half a surrogate pair.
 *
 * @throws GatepostError `invalid_request` for more than `FORM_FIELDS_MAX` fields.
 */
export function readForm(body: Buffer, charset: string | null): Form {
  const raw = rawFields(body.toString('latin1'));
  const [ofBlog = ''] = raw.get('blog_charset') ?? [];
  const decode = decoderOf(charset ?? ofBlog);
  const fields = new Map([...raw].map(([name, values]) => [name, values.map(decode)]));
  return {
    text: (name) => fields.get(name)?.at(-1) ?? '',
    list: (name) => fields.get(name) ?? [],
  };
}

/** The charset of a content type; null where it names none. */
export function charsetOf(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]+)"?/iu.exec(contentType ?? '')?.[1] ?? null;
}

/** Known fields, each character of a value a byte. */
function rawFields(body: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (let at = 0; at < body.length; ) {
    const next = body.indexOf('&', at);
    const end = next === -1 ? body.length : next;
    count += 1;
    if (count > FORM_FIELDS_MAX) {
      throw new GatepostError('invalid_request', `A form has at most ${FORM_FIELDS_MAX} fields.`);
    }
    addField(fields, body.slice(at, end));
    at = end + 1;
  }
  return fields;
}

/** `name[]`, `name[0]` and `name[key]` are lists in PHP, and so in many clients. */
const LIST = /^([^[]*)\[[^\]]*\]$/u;

function addField(fields: Map<string, string[]>, pair: string): void {
  const equals = pair.indexOf('=');
  const name = unescaped(equals === -1 ? pair : pair.slice(0, equals));
  const value = equals === -1 ? '' : pair.slice(equals + 1);
  const listed = LIST.exec(name)?.[1];
  const known = listed ?? name;
  if (!KNOWN.has(known)) return;
  const before = listed === undefined ? [] : (fields.get(known) ?? []);
  if (before.length < FORM_LIST_MAX) fields.set(known, [...before, unescaped(value)]);
}

function unescaped(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const FALLBACK = 'windows-1252';

function decoderOf(charset: string): (raw: string) => string {
  const label = charset.trim().toLowerCase();
  const named = decoder(label);
  if (named !== null && named.encoding !== 'utf-8') return decoding(named);
  const strict = new TextDecoder('utf-8', { fatal: true });
  const loose = decoding(new TextDecoder(FALLBACK));
  return (raw) => {
    try {
      return decoding(strict)(raw);
    } catch {
      return loose(raw);
    }
  };
}

function decoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

const decoding =
  (by: TextDecoder) =>
  (raw: string): string =>
    (by.encoding === FALLBACK
      ? windows1252(raw)
      : by.decode(Buffer.from(raw, 'latin1'))
    ).replaceAll('\0', '');

/** Windows-1252 from 0x80 on, where latin-1 has controls (an index of the Encoding Standard). */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021' +
  '\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014' +
  '\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const FIRST = 0x80;

/** By hand, because Node 20 decodes it as latin-1. */
function windows1252(raw: string): string {
  return raw.replace(/[\x80-\x9f]/gu, (sign) => WINDOWS_1252[sign.charCodeAt(0) - FIRST] ?? sign);
}
