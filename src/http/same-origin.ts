import type { FastifyRequest } from 'fastify';

import { GatepostError } from '../domain/errors.js';
import type { HeldSession } from '../domain/session.js';
import { isCsrfToken } from '../operations/sessions/secret.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Browsers send cookies whoever wrote the page that asks. So what comes with one has to come from a
 * page of this address, where the browser says from where, and to show what only such a page can
 * have read, where it changes something.
 *
 * @throws GatepostError `cross_site_request`.
 */
export function refuseForeign({ method, headers }: FastifyRequest, session: HeldSession): void {
  const reads = READS.has(method);
  const from = headers['sec-fetch-site'];
  // `none` is an address that a person typed: nobody types a POST.
  const ownPage = from === undefined || from === 'same-origin' || (reads && from === 'none');
  if (!ownPage) {
    const detail = 'The browser says that the request does not come from a page of this address.';
    throw new GatepostError('cross_site_request', detail);
  }
  const shown = headers['x-csrf-token'];
  if (reads || (typeof shown === 'string' && isCsrfToken(session, shown))) return;
  const detail =
    shown === undefined
      ? 'The request has no X-Csrf-Token header.'
      : 'The X-Csrf-Token header is not that of the session.';
  throw new GatepostError('cross_site_request', detail);
}
