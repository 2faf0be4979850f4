import { PERSPECTIVE_ATTRIBUTES_MAX, PERSPECTIVE_TEXT_BYTES_MAX } from '../../limits/fronts.js';
import { isObject } from '../json.js';
import { AnalyzerError } from './errors.js';

/** What both methods are told of a text. */
export interface TextRequest {
  readonly text: string;
  /** What the client says that it is written in; none where it does not say. */
  readonly languages: readonly string[];
  /** Said again in the answer. */
  readonly clientToken: string | null;
}

const LANGUAGES_MAX = 20;
const TOKEN_LENGTH_MAX = 10_000;

/** A mistake without a kind of its own. */
export const invalid = (message: string): AnalyzerError => new AnalyzerError('INVALID_REQUEST', message);

/**
 * The members that `comments:analyze` and `comments:suggestscore` share.
 *
 * @throws AnalyzerError in Perspective's words.
 */
export function textRequest(body: Readonly<Record<string, unknown>>): TextRequest {
  checkContext(body['context']);
  return {
    text: textOf(body['comment']),
    languages: languagesOf(body['languages']),
    clientToken: tokenOf(body['clientToken']),
  };
}

/** @throws AnalyzerError for a body that is no JSON object. */
export function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  if (isObject(body)) return body;
  throw invalid('Invalid JSON payload received. The body must be an object.');
}

function textOf(comment: unknown): string {
  const { text, type = 'PLAIN_TEXT' } = isObject(comment) ? comment : {};
  if (type === 'HTML') throw invalid("Currently, only 'PLAIN_TEXT' comments are supported");
  if (type !== 'PLAIN_TEXT' && type !== 'TEXT_TYPE_UNSPECIFIED') throw invalid('Unknown text type');
  if (text !== undefined && typeof text !== 'string') throw invalid('comment.text must be a string.');
  if (text === undefined || text.trim() === '') {
    throw new AnalyzerError('COMMENT_EMPTY', 'Comment must be non-empty.');
  }
  if (Buffer.byteLength(text) > PERSPECTIVE_TEXT_BYTES_MAX) {
    throw new AnalyzerError('COMMENT_TOO_LONG', 'Comment text too long.');
  }
  return text;
}

/** What a comment answers is not looked at; that it is said once is. */
function checkContext(context: unknown): void {
  if (!isObject(context)) return;
  if (context['entries'] === undefined || context['articleAndParentComment'] === undefined) return;
  throw invalid(
    'Context can have either entries or article_and_parent_comment, but both fields were populated.',
  );
}

function languagesOf(languages: unknown = []): readonly string[] {
  const known = (language: unknown): language is string =>
    typeof language === 'string' && /^[A-Za-z]{2,8}(?:[-_][0-9A-Za-z]{1,8})*$/u.test(language);
  if (Array.isArray(languages) && languages.length <= LANGUAGES_MAX && languages.every(known)) {
    return languages;
  }
  throw invalid(`languages must be a list of at most ${LANGUAGES_MAX} language tags.`);
}

function tokenOf(token: unknown = null): string | null {
  if (token === null) return null;
  if (typeof token === 'string' && token.length <= TOKEN_LENGTH_MAX) return token;
  throw invalid(`clientToken must be a string of at most ${TOKEN_LENGTH_MAX} characters.`);
}

/** Members of an object that has a bounded number of them; null where it is no object. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length <= PERSPECTIVE_ATTRIBUTES_MAX) return entries;
  throw invalid(`No more than ${PERSPECTIVE_ATTRIBUTES_MAX} attributes can be named.`);
}
