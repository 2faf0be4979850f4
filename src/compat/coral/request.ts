import { GatepostError } from '../../domain/errors.js';
import type { Submission } from '../../domain/submission.js';
import { EXTERNAL_ID_LENGTH_MAX, URL_LENGTH_MAX } from '../../limits.js';
import { isObject } from '../json.js';

/** Coral tells nothing of its readers but an id; under this name nobody is known or blocked. */
const NAME = 'Coral reader';

/**
 * What Coral asks about (coralproject/talk, EXTERNAL_MODERATION_PHASES.md), a new comment and an
 * edited one alike: neither comes with an id, so that what is judged is the text as it now is.
 *
 * @throws GatepostError `malformed_json`, `invalid_request`.
 */
export function submissionOf(body: Buffer): Submission {
  const { comment, author, story } = objectOf(body);
  const storyId = idOf(story, 'id', EXTERNAL_ID_LENGTH_MAX);
  const text = isObject(comment) ? comment['body'] : undefined;
  if (typeof text !== 'string') throw missing('/comment/body');
  if (storyId === null) throw missing('/story/id');
  return {
    thread: {
      external_id: storyId,
      url: idOf(story, 'url', URL_LENGTH_MAX),
      title: null,
      section: null,
    },
    author: {
      external_id: idOf(author, 'id', EXTERNAL_ID_LENGTH_MAX),
      name: NAME,
      email: null,
      ip: null,
      url: null,
      user_agent: null,
    },
    body: text.replaceAll('\0', ''),
    parent_id: null,
    external_id: null,
    created_at: null,
    locale: null,
    accepted_policy_version: null,
    metadata: null,
  };
}

function objectOf(body: Buffer): Readonly<Record<string, unknown>> {
  let read: unknown;
  try {
    read = JSON.parse(body.toString('utf8'));
  } catch {
    throw new GatepostError('malformed_json', 'The body cannot be read as JSON.');
  }
  if (!isObject(read)) throw missing('');
  return read;
}

function idOf(of: unknown, member: string, lengthMax: number): string | null {
  const value = isObject(of) ? of[member] : undefined;
  if (typeof value !== 'string') return null;
  const plain = value.replaceAll('\0', '').trim();
  return plain === '' || plain.length > lengthMax ? null : plain;
}

function missing(pointer: string): GatepostError {
  return new GatepostError('invalid_request', 'This is no request of an external moderation phase.', {
    errors: [{ pointer, detail: 'is missing or of the wrong type' }],
  });
}
