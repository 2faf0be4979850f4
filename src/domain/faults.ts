import type { ErrorKind } from './error-kind.js';

/** What is no fault of the request: the same may work later. */
export const FAULTS = {
  internal: {
    status: 500,
    title: 'The service failed.',
    hint: 'Try again; if it persists, give the operator the `request_id`.',
  },
  storage_unavailable: {
    status: 503,
    title: 'The database cannot do its work right now.',
    hint: 'Send the same again after the time in Retry-After, with the same Idempotency-Key.',
  },
  overloaded: {
    status: 503,
    title: 'More requests come than can be worked on.',
    hint: 'Send the same again after the time in Retry-After; nothing was done.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot answer right now.',
    hint: 'Try again after the time in Retry-After.',
  },
} as const satisfies Record<string, ErrorKind>;
