import type { FastifyInstance, FastifyRequest } from 'fastify';

import { GatepostError } from '../../domain/errors.js';
import {
  REQUEST_WAIT_MILLISECONDS_MAX,
  REQUESTS_AT_WORK_MAX,
  REQUESTS_WAITING_MAX,
} from '../../limits/admission.js';
import { type Place, type Places, places } from './places.js';

const FULL = 'As many requests wait as may.';
const LATE = 'The request has waited as long as one may.';

/**
 * Works on so many requests at once, lets some wait, and refuses the rest with `overloaded` before
 * their key is looked up. A place is taken once the body is there, so that a slow sender holds
 * none, and given back when the answer begins, so that a stream holds none either. A client that
 * hangs up while it waits has given up its place. Whoever watches needs none.
 */
export function installOverload(app: FastifyInstance, onRefused: () => void): Places {
  const all = places({ working: REQUESTS_AT_WORK_MAX, waiting: REQUESTS_WAITING_MAX });
  const held = new WeakMap<FastifyRequest, Place>();
  const refusal = (detail: string): GatepostError => {
    onRefused();
    return new GatepostError('overloaded', detail);
  };
  const isWatched = ({ routeOptions }: FastifyRequest): boolean =>
    routeOptions.config.watched === true;
  // Called back and not awaited: every request passes through here.
  app.addHook('onRequest', (request, _, done) => {
    if (all.isFull() && !isWatched(request)) done(refusal(FULL));
    else done();
  });
  app.addHook('preValidation', (request, reply, done) => {
    if (isWatched(request)) {
      done();
      return;
    }
    // Many may have come in while there was room for some.
    if (all.isFull()) {
      done(refusal(FULL));
      return;
    }
    const place = all.make();
    held.set(request, place);
    const late = setTimeout(() => {
      place.leave();
      done(refusal(LATE));
    }, REQUEST_WAIT_MILLISECONDS_MAX);
    reply.raw.once('close', () => {
      clearTimeout(late);
      place.leave();
    });
    place.take(() => {
      clearTimeout(late);
      done();
    });
  });
  app.addHook('onSend', async (request) => {
    held.get(request)?.leave();
  });
  return all;
}
