import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Caller } from '../../deps.js';
import { permits, type Scope } from '../../domain/api-key.js';
import { type ErrorCode, GatepostError } from '../../domain/errors.js';
import { callerOf } from '../auth.js';
import type { RateLimits } from './rate-limits.js';

/** What a request shows of its caller, and who knows whose it is. */
export interface Shown {
  /** Null where the request shows no key. */
  readonly token: string | null;
  /** What is said then. */
  readonly missing: string;
  /** What a key needs to be allowed here. */
  readonly scope: Scope;
  /** Who holds the token; null for one that is unknown, wrong or revoked. */
  readonly authenticate: (token: string) => Promise<Caller | null>;
  /** What is said of such a token; where left out, that of a key. */
  readonly unknown?: { readonly code: ErrorCode; readonly detail: string };
}

const UNKNOWN_KEY = {
  code: 'unauthenticated',
  detail: 'The key is unknown, wrong or revoked.',
} as const;

/** Where a key is looked at, whichever way it was shown. */
export interface Gate {
  /**
   * Lets the holder of a key in, and counts the request against what the key or its address may
   * send. From then on `callerOf` answers for the request, and the log names the key.
   *
   * @throws GatepostError `unauthenticated`, `forbidden`, `rate_limited`, and what `unknown` says.
   */
  admit(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<void>;
  /** Counts a request that needs no key against what its address may send. */
  anonymous(request: FastifyRequest, reply: FastifyReply): void;
  /** The token that a request shows as a bearer; null where it shows none of that form. */
  bearer(request: FastifyRequest): string | null;
  /** Who was admitted. */
  callerOf(request: FastifyRequest): Caller;
}

const BEARER = /^Bearer +([\x21-\x7e]+) *$/iu;

/** Asks for keys at one place, so that guessing is as slow through any door as through another. */
export function gateOf(rates: RateLimits): Gate {
  return {
    admit: async (request, reply, { token, missing, scope, authenticate, unknown }) => {
      if (token === null) {
        rates.anonymous(request, reply);
        throw new GatepostError('unauthenticated', missing);
      }
      rates.shown(request, reply, token);
      const caller = await authenticate(token);
      if (caller === null) {
        rates.wrong(request);
        const { code, detail } = unknown ?? UNKNOWN_KEY;
        throw new GatepostError(code, detail);
      }
      request.caller = caller;
      rates.right(request, reply, { caller, token });
      if (permits(caller.scope, scope)) return;
      const detail = `This needs a key with the scope "${scope}"; this key has "${caller.scope}".`;
      throw new GatepostError('forbidden', detail);
    },
    anonymous: (request, reply) => rates.anonymous(request, reply),
    bearer: ({ headers }) => BEARER.exec(headers.authorization ?? '')?.[1] ?? null,
    callerOf,
  };
}
