import { EXTERNAL_ID_LENGTH_MAX } from '../../limits.js';
import type { SuggestScoresInput } from '../../operations/suggest-scores.js';
import { isObject } from '../json.js';
import { ATTRIBUTES } from './attributes.js';
import { entriesOf, invalid, objectOf, textRequest, type TextRequest } from './request.js';

/** What a client thinks of a text, and of which comment. */
export interface SuggestRequest extends TextRequest, Pick<SuggestScoresInput, 'ids' | 'scores'> {}

const TOKEN_PREFIX = /^comment:/u;

/**
 * Reads the body of `comments:suggestscore`. The comment is named by `clientToken`, alone or after
 * "comment:", or, as Coral does, within the first entry of the context.
 *
 * @throws AnalyzerError in Perspective's words.
 */
export function suggestRequest(value: unknown): SuggestRequest {
  const body = objectOf(value);
  const request = textRequest(body);
  return { ...request, ids: idsOf(request.clientToken, body['context']), scores: scoresOf(body) };
}

function scoresOf(body: Readonly<Record<string, unknown>>): SuggestRequest['scores'] {
  const entries = entriesOf(body['attributeScores']);
  if (entries === null || entries.length === 0) throw invalid('Missing attribute_scores');
  return entries.map(([name, said]) => {
    if (!ATTRIBUTES.has(name)) throw invalid(`Unknown attribute: ${name.slice(0, 100)}`);
    const summary = isObject(said) ? said['summaryScore'] : undefined;
    const value = isObject(summary) ? (summary['value'] ?? 0) : undefined;
    if (typeof value === 'number' && value >= 0 && value <= 1) return { name, value };
    throw invalid(`summaryScore of attribute ${name} must have a value from 0 to 1.`);
  });
}

function idsOf(clientToken: string | null, context: unknown): readonly string[] {
  const named = [clientToken, clientToken?.replace(TOKEN_PREFIX, ''), coralId(context)];
  return named.filter(
    (id): id is string =>
      typeof id === 'string' && id !== '' && id.length <= EXTERNAL_ID_LENGTH_MAX && isStorable(id),
  );
}

/** What no id is, no database need be asked for. */
const isStorable = (id: string): boolean => !/[\0\p{Surrogate}]/u.test(id);

function coralId(context: unknown): unknown {
  const entries = isObject(context) ? context['entries'] : undefined;
  const first: unknown = Array.isArray(entries) ? entries[0] : undefined;
  const text = isObject(first) ? first['text'] : undefined;
  const said = typeof text === 'string' ? jsonOf(text) : null;
  return isObject(said) ? said['Coral_comment_id'] : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface SuggestAnswer {
  readonly requestedLanguages?: readonly string[];
  readonly detectedLanguages?: readonly string[];
  readonly clientToken?: string;
}

/** The answer of `comments:suggestscore`; lists that would be empty are left out. */
export function suggestAnswer(
  { languages, clientToken }: TextRequest,
  language: string | null,
): SuggestAnswer {
  return {
    ...(languages.length > 0 && { requestedLanguages: languages }),
    ...(language !== null && { detectedLanguages: [language] }),
    ...(clientToken !== null && { clientToken }),
  };
}
