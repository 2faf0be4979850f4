import type { Static } from '@sinclair/typebox';

import type { Thread } from '../../domain/thread.js';
import type { ThreadChange } from '../../operations/put-thread.js';
import type { ThreadChangeSchema, ThreadSchema } from '../schemas/thread.js';

export function threadView({ open, ...thread }: Thread): Static<typeof ThreadSchema> {
  return { ...thread, state: open ? 'open' : 'closed' };
}

/** What was sent, in the domain's words. */
export function threadChange({
  state,
  ...change
}: Static<typeof ThreadChangeSchema>): ThreadChange {
  return state === undefined ? change : { ...change, open: state === 'open' };
}
