import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Deps } from '../deps.js';
import type { GatepostError } from '../domain/errors.js';
import type { FrontName } from '../domain/front.js';
import type { Gate } from '../http/admission/gate.js';
import type { DescribedFront } from '../http/docs.js';
import type { TypedApp } from '../http/routes.js';

/** What routes of a front are given: the operations' collaborators, and the gate for keys. */
export interface FrontDeps extends Deps {
  readonly gate: Gate;
}

/** Addresses of a front. */
export interface FrontScope {
  /** Everything at and below it is the front's, also what has no route. */
  readonly prefix: string;
  /**
   * Registers what is there, relative to the prefix. Each route says `config: { front }` and asks
   * the gate for the key by itself; bodies come unchecked, as the vendor's clients send them.
   */
  readonly routes: (app: TypedApp, deps: FrontDeps) => void;
}

/** Sends what was refused; the reply has the headers that go with it. */
export type Refuse = (
  said: GatepostError,
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply;

/** How the clients of another service are answered: all that is not the same for every one. */
export interface Front extends DescribedFront {
  readonly name: FrontName;
  readonly scopes: readonly FrontScope[];
  /** Whether pages of any origin may call it: only where the key comes in the request itself. */
  readonly browsers: boolean;
  /** Sends a refusal or a fault in the vendor's form, with the vendor's status. */
  readonly refuse: Refuse;
}
