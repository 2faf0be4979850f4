import type { Deps } from '../../src/deps.js';
import { type Dispatcher, webhookDispatcher } from '../../src/operations/webhooks/dispatcher.js';
import { type Sender, type SenderOptions, webhookSender } from '../../src/webhooks/sender.js';

/** Names that resolve to addresses of a test's choice; every other one is unknown. */
export type Names = Readonly<Record<string, readonly string[]>>;

export function resolveOf(names: Names): SenderOptions['resolve'] {
  return async (host) => {
    const addresses = names[host];
    if (addresses === undefined) return Promise.reject(new Error(`no such name: ${host}`));
    return Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

/** The real sender, at the true time, allowed to reach receivers on this machine. */
export function localSender(change: Partial<SenderOptions> = {}): Sender {
  return webhookSender({
    allowed: ['127.0.0.1'],
    resolve: resolveOf({}),
    deadline: () => AbortSignal.timeout(5_000),
    clock: Date.now,
    ...change,
  });
}

/** A dispatcher that a test drives. */
export interface Driven extends Dispatcher {
  /** Rounds until nothing is due and nothing under way. */
  all(): Promise<void>;
}

export function driven(deps: Deps): Driven {
  let worked = false;
  const dispatcher = webhookDispatcher(deps, () => {
    worked = true;
  });
  return {
    ...dispatcher,
    all: async () => {
      for (let more = true; more; more = more || worked) {
        worked = false;
        more = await dispatcher.round();
        await dispatcher.settled();
      }
    },
  };
}
