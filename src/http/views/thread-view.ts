import type { Static } from '@sinclair/typebox';

import type { Thread } from '../../domain/thread.js';
import type { ThreadChange } from '../../operations/put-thread.js';
import type { ThreadChangeSchema, ThreadSchema } from '../schemas/thread.js';

export function threadView(thread: Thread): Static<typeof ThreadSchema> {
  const { closed_at, premoderated_at, ...rest } = thread;
  return {
    ...rest,
    state: closed_at === null ? 'open' : 'closed',
    premoderated: premoderated_at !== null,
  };
}

/** What was sent, in the domain's words. */
export function threadChange({
  state,
  ...change
}: Static<typeof ThreadChangeSchema>): ThreadChange {
  return state === undefined ? change : { ...change, open: state === 'open' };
}
