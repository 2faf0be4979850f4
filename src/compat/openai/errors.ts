import { type ErrorCode, ERRORS, GatepostError } from '../../domain/errors.js';
import type { Refuse } from '../front.js';

/** The members of OpenAI's error object, as its clients read them. */
interface Said {
  readonly type: string;
  readonly code: string | null;
}

/** What has a name there; all else is told apart by its status. */
const SAID: Partial<Readonly<Record<ErrorCode, Said>>> = {
  unauthenticated: { type: 'invalid_request_error', code: 'invalid_api_key' },
  forbidden: { type: 'insufficient_permissions', code: 'insufficient_permissions' },
  not_found: { type: 'invalid_request_error', code: 'unknown_url' },
  method_not_allowed: { type: 'invalid_request_error', code: 'method_not_supported' },
  rate_limited: { type: 'requests', code: 'rate_limit_exceeded' },
};

/** A refusal of a member of the body, which OpenAI calls a param: `input[3].text`. */
export function refusedParam(param: string, detail: string): GatepostError {
  return new GatepostError('invalid_request', detail, { errors: [{ pointer: param, detail }] });
}

/** `{ "error": { message, type, param, code } }`, which OpenAI's clients read with any status. */
export const refuseAsOpenai: Refuse = (said, _, reply) => {
  const { status } = ERRORS[said.code];
  const fallback = status >= 500 ? 'server_error' : 'invalid_request_error';
  const { type, code } = SAID[said.code] ?? { type: fallback, code: null };
  const [first] = said.errors;
  const param = first === undefined ? null : first.pointer;
  const body = JSON.stringify({ error: { message: said.message, type, param, code } });
  // As text, so that no response schema of the route takes a member away.
  return reply.code(status).type('application/json; charset=utf-8').serializer(String).send(body);
};
