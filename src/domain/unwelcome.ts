import type { ErrorKind } from './error-kind.js';

/** Refusals because of who asks, and not of what they ask. */
export const UNWELCOME = {
  unauthenticated: {
    status: 401,
    title: 'The request needs a valid key.',
    hint: 'Send `Authorization: Bearer gp_…` with a key of this instance that is not revoked.',
  },
  session_ended: {
    status: 401,
    title: 'The session is over.',
    hint: 'Sign in again with a key.',
  },
  forbidden: {
    status: 403,
    title: 'The key may not do this.',
    hint: 'Use a key with the scope that the detail names; an admin can make one.',
  },
  cross_site_request: {
    status: 403,
    title: 'The request is not shown to come from a page of this service.',
    hint: 'Send `csrf_token` of GET /v1/session as X-Csrf-Token, from a page of the same address.',
  },
} as const satisfies Record<string, ErrorKind>;
