import type { Caller, Deps } from '../deps.js';
import type { Webhook } from '../domain/webhook.js';
import { CALLBACKS_PER_SITE_MAX } from '../limits/fronts.js';
import { callbackOf } from './webhooks/callback-address.js';
import { keepEndpoint } from './webhooks/keep-endpoint.js';

export interface RememberCallbackInput {
  readonly caller: Caller;
  /** As the client showed it; what it knows the caller of its address by. */
  readonly key: string;
  /** The client's own address, on whose host the other one must be. */
  readonly blog: string;
  /** Where it wants to be told of later decisions. */
  readonly callback: string;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>;

/**
 * The endpoint that stands for the address at which a client wants to be told; it is made where it
 * is new. Null where nobody is told: the address is not on the client's own host, or the site has
 * `CALLBACKS_PER_SITE_MAX` of them. Nothing is looked up or sent here: whether the address may be
 * posted to is asked at each attempt, as for every webhook.
 */
export async function rememberCallback(
  deps: Needs,
  { caller, key, blog, callback }: RememberCallbackInput,
): Promise<Webhook | null> {
  const url = callbackOf(blog, callback);
  if (url === null) return null;
  const siteId = caller.site_id;
  const isIt = (each: Webhook): boolean => each.url === url && each.callback_key_id === caller.id;
  // Mostly it is known, which costs no transaction.
  const known = (await deps.store.webhooks.list(siteId)).find(isIt);
  if (known !== undefined) return known;
  return deps.store.transaction(siteId, async (store) => {
    const all = await store.webhooks.list(siteId);
    const made = all.find(isIt);
    if (made !== undefined) return made;
    const others = all.filter(({ callback_key_id }) => callback_key_id !== null);
    if (others.length >= CALLBACKS_PER_SITE_MAX) return null;
    return keepEndpoint({ ...deps, store }, caller, {
      url,
      description: null,
      event_types: ['comment.approved', 'comment.held', 'comment.rejected'],
      callback_key_id: caller.id,
      callback_key: key,
    });
  });
}
