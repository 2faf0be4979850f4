import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Caller } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { RATE_WINDOW_SECONDS } from '../../limits/admission.js';
import { budgets, type Left } from './budgets.js';
import { keysSeen } from './keys-seen.js';
import { addressOf, networkOf } from './network.js';

/** Requests a minute from one client; 0 for as many as come. */
export interface Rates {
  readonly perKey: number;
  readonly perAddress: number;
  readonly wrongKeysPerAddress: number;
}

export const RATE_NAMES = ['key', 'address', 'wrong-keys'] as const;

export type RateName = (typeof RATE_NAMES)[number];

interface RateOptions {
  readonly stopwatch: () => number;
  readonly onRefused: (name: RateName) => void;
}

/** Each counts, or throws the problem `rate_limited` where too much came from one client. */
export interface RateLimits {
  /** A request that shows no key. */
  anonymous(request: FastifyRequest, reply: FastifyReply): void;
  /** Before a key is looked up: whether too many wrong ones came from there. */
  shown(request: FastifyRequest, reply: FastifyReply, token: string): void;
  wrong(request: FastifyRequest): void;
  /** The key is right; the answer says what it has left. */
  right(request: FastifyRequest, reply: FastifyReply, key: RightKey): void;
}

interface RightKey {
  readonly caller: Caller;
  readonly token: string;
}

/** What one instance takes from one client; instances tell each other nothing of it. */
export function rateLimits(rates: Rates, options: RateOptions): RateLimits {
  const keys = rateOf('key', rates.perKey, options);
  const addresses = rateOf('address', rates.perAddress, options);
  const wrongKeys = rateOf('wrong-keys', rates.wrongKeysPerAddress, options);
  const seen = keysSeen();
  return {
    anonymous: (request, reply) => {
      const network = networkOf(addressOf(request));
      addresses.refuseSpent(network, reply);
      addresses.spend(network);
    },
    shown: (request, reply, token) => {
      const address = addressOf(request);
      const network = networkOf(address);
      if (!wrongKeys.isSpent(network) || seen.has(address, token)) return;
      wrongKeys.refuseSpent(network, reply);
    },
    wrong: (request) => {
      wrongKeys.spend(networkOf(addressOf(request)));
    },
    right: (request, reply, { caller, token }) => {
      seen.add(addressOf(request), token);
      keys.refuseSpent(caller.id, reply);
      keys.tell(reply, keys.spend(caller.id));
    },
  };
}

const DETAILS: Readonly<Record<RateName, string>> = {
  key: 'The key has sent as many requests as it may for now.',
  address: 'As many requests without a key have come from this address as may for now.',
  'wrong-keys': 'Too many wrong keys have come from this address.',
};

interface Rate {
  isSpent(client: string): boolean;
  refuseSpent(client: string, reply: FastifyReply): void;
  /** Null where there is no limit. */
  spend(client: string): Left | null;
  tell(reply: FastifyReply, left: Left | null): void;
}

function rateOf(name: RateName, quota: number, { stopwatch, onRefused }: RateOptions): Rate {
  const spent =
    quota === 0 ? null : budgets({ quota, windowSeconds: RATE_WINDOW_SECONDS }, stopwatch);
  const policy = `"${name}";q=${quota};w=${RATE_WINDOW_SECONDS}`;
  const tell: Rate['tell'] = (reply, left) => {
    if (left === null) return;
    // As draft-ietf-httpapi-ratelimit-headers-11 has them.
    reply.header('ratelimit-policy', policy);
    reply.header('ratelimit', `"${name}";r=${left.count};t=${left.fullInSeconds}`);
  };
  return {
    isSpent: (client) => (spent?.leftOf(client).count ?? 1) === 0,
    refuseSpent: (client, reply) => {
      const left = spent?.leftOf(client) ?? null;
      if (left === null || left.count > 0) return;
      tell(reply, left);
      reply.header('retry-after', String(left.nextInSeconds));
      onRefused(name);
      throw new GatepostError('rate_limited', DETAILS[name]);
    },
    spend: (client) => spent?.spend(client) ?? null,
    tell,
  };
}
