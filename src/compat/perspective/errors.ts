import { type ErrorCode, ERRORS, GatepostError } from '../../domain/errors.js';
import type { Refuse } from '../front.js';
import { keyOf } from './key.js';

/** The kinds of mistakes that Perspective's errors have. */
export type ErrorType =
  | 'COMMENT_TOO_LONG'
  | 'COMMENT_EMPTY'
  | 'NO_REQUESTED_ATTRIBUTES'
  | 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE'
  | 'INVALID_REQUEST';

/** A refusal with the details that Perspective's clients read. */
export class AnalyzerError extends GatepostError {
  readonly details: object;

  constructor(errorType: ErrorType, message: string, more: object = {}) {
    super('invalid_request', message);
    this.name = 'AnalyzerError';
    this.details = { '@type': ANALYZER_ERROR, errorType, ...more };
  }
}

const ANALYZER_ERROR = 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error';
const ERROR_INFO = 'type.googleapis.com/google.rpc.ErrorInfo';

/** How google.rpc.Code names what a status of HTTP says. */
const NAMES: Readonly<Record<number, string>> = {
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

interface Said {
  readonly status: number;
  readonly message: string;
  readonly details: object | null;
}

/** `{ "error": { code, message, status, details } }`, as Google's services say it. */
export const refuseAsGoogle: Refuse = (refused, request, reply) => {
  const hasKey = keyOf(request) !== null;
  const { status, message, details } = saidOf(refused, hasKey);
  const error = {
    code: status,
    message,
    status: NAMES[status] ?? 'INVALID_ARGUMENT',
    ...(details !== null && { details: [details] }),
  };
  const body = JSON.stringify({ error }, null, 2);
  // As text, so that no response schema of the route takes a member away.
  return reply.code(status).type('application/json; charset=utf-8').serializer(String).send(body);
};

/** A key that is missing is 403 there, and one that is wrong is 400. */
function saidOf(refused: GatepostError, hasKey: boolean): Said {
  const { code, message } = refused;
  if (code === 'unauthenticated') return hasKey ? WRONG_KEY : { ...NO_KEY, message };
  const { status } = ERRORS[code];
  if (refused instanceof AnalyzerError) return { status, message, details: refused.details };
  const details = MALFORMED.includes(code)
    ? { '@type': ANALYZER_ERROR, errorType: 'INVALID_REQUEST' }
    : null;
  return { status, message, details };
}

const MALFORMED: readonly ErrorCode[] = ['invalid_request', 'malformed_json'];

const errorInfo = (reason: string): object => ({
  '@type': ERROR_INFO,
  reason,
  domain: 'googleapis.com',
  metadata: { service: 'commentanalyzer.googleapis.com' },
});

const NO_KEY = { status: 403, details: null };

const WRONG_KEY: Said = {
  status: 400,
  message: 'API key not valid. Please pass a valid API key.',
  details: errorInfo('API_KEY_INVALID'),
};
