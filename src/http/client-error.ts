import type { Socket } from 'node:net';

import { type ErrorCode, ERRORS } from '../domain/errors.js';
import { PROBLEM_MEDIA_TYPE, problemType } from './schemas/problem.js';

/** What Node's parser of HTTP says, where it is more than "this is no HTTP". */
const REFUSALS: Readonly<Record<string, { status: string; detail: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    detail: 'The headers of the request are too large.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    detail: 'The request did not arrive in time.',
  },
};
const OTHERWISE = { status: '400 Bad Request', detail: 'The request is not valid HTTP.' };
const CODE: ErrorCode = 'invalid_request';

/**
 * Answers what never became a request, as problem+json like every other refusal, and closes the
 * connection. A client that hung up gets nothing.
 */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, detail } = REFUSALS[error.code ?? ''] ?? OTHERWISE;
  const { title, hint } = ERRORS[CODE];
  const problem = { type: problemType(CODE), title, status: parseInt(status, 10), detail };
  const body = JSON.stringify({ ...problem, code: CODE, hint });
  const head = [
    `HTTP/1.1 ${status}`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
