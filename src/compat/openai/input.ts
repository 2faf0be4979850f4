import { charactersIn } from '../../domain/characters.js';
import { BODY_LENGTH_MAX } from '../../limits.js';
import { SCORED_LENGTH_MAX, SCORED_TEXTS_MAX } from '../../limits/fronts.js';
import { isObject } from '../json.js';
import { refusedParam } from './errors.js';

/** What a request asks about. */
export interface ModerationInput {
  /** One for each result. */
  readonly texts: readonly string[];
  /** The name of the model that is asked for; null for whichever there is. */
  readonly model: string | null;
}

const MODEL_LENGTH_MAX = 100;

/**
 * Reads the body of `POST /v1/moderations`: a text, a list of texts, or a list of parts, which are
 * one message. Images are passed over beside text, and refused alone.
 *
 * @throws GatepostError `invalid_request`, with OpenAI's name of the member as pointer.
 */
export function moderationInput(body: unknown): ModerationInput {
  if (!isObject(body)) throw refusedParam('input', 'The body must be a JSON object.');
  const { input, model = null } = body;
  if (model !== null && (typeof model !== 'string' || model.length > MODEL_LENGTH_MAX)) {
    throw refusedParam('model', `'model' must be a string of at most ${MODEL_LENGTH_MAX} characters.`);
  }
  const texts = textsOf(input);
  const lengths = texts.map(charactersIn);
  if (lengths.some((length) => length > BODY_LENGTH_MAX)) {
    throw refusedParam('input', `A text of 'input' has more than ${BODY_LENGTH_MAX} characters.`);
  }
  if (lengths.reduce((sum, length) => sum + length, 0) > SCORED_LENGTH_MAX) {
    throw refusedParam('input', `'input' has more than ${SCORED_LENGTH_MAX} characters.`);
  }
  return { texts, model };
}

function textsOf(input: unknown): readonly string[] {
  if (typeof input === 'string') return [input];
  if (!Array.isArray(input)) {
    throw refusedParam('input', "'input' must be a string, or a list of strings or of parts.");
  }
  const items = input as readonly unknown[];
  if (items.length === 0) throw refusedParam('input', "'input' must not be an empty list.");
  if (items.length > SCORED_TEXTS_MAX) {
    throw refusedParam('input', `'input' has more than ${SCORED_TEXTS_MAX} items.`);
  }
  return items.every((item) => typeof item === 'string') ? items : [textOfParts(items)];
}

/** The text of a message in parts. */
function textOfParts(parts: readonly unknown[]): string {
  const texts = parts.flatMap((part, at) => textsOfPart(part, `input[${at}]`));
  if (texts.length > 0) return texts.join('\n');
  throw refusedParam('input', 'Images are not evaluated here: send the text of the message.');
}

function textsOfPart(part: unknown, param: string): readonly string[] {
  const { type, text } = isObject(part) ? part : {};
  if (type === 'image_url') return [];
  if (type === 'text' && typeof text === 'string') return [text];
  throw refusedParam(param, `'${param}' must be a part of type 'text' or 'image_url'.`);
}
