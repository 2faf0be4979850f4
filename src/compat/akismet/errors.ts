import { type ErrorCode, ERRORS, GatepostError } from '../../domain/errors.js';
import type { Refuse } from '../front.js';

/** What Akismet answers with 200 and the word `invalid`; all else has the status of our own API. */
const INVALID: ReadonlySet<ErrorCode> = new Set([
  'unauthenticated',
  'forbidden',
  'invalid_request',
  'invalid_date',
]);

/** A refusal in the words of Akismet's own, which developers know. */
export function emptyValue(field: string): GatepostError {
  return new GatepostError('invalid_request', `Empty "${field}" value`);
}

/**
 * Text that is neither `true` nor `false`: WordPress then holds the comment and asks again. The
 * header makes clients throw that would take any such answer for spam; it stands on no other.
 */
export const refuseAsAkismet: Refuse = (said, _, reply) => {
  const invalid = INVALID.has(said.code);
  reply.header('x-akismet-debug-help', said.message.replaceAll(/[^\x20-\x7e]/gu, '?'));
  if (!invalid) reply.header('x-akismet-error', said.code);
  return reply
    .code(invalid ? 200 : ERRORS[said.code].status)
    .type('text/plain; charset=utf-8')
    .serializer(String)
    .send(invalid ? 'invalid' : said.message);
};
