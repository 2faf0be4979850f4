import type { Delivery } from '../../domain/webhook.js';
import {
  WEBHOOK_PLAN_BATCHES_MAX,
  WEBHOOK_REQUESTS_MAX,
  WEBHOOK_REQUESTS_PER_ENDPOINT_MAX,
  WEBHOOK_REQUESTS_WHILE_FAILING_MAX,
  WEBHOOK_SWEEP_SECONDS,
  WEBHOOKS_PAGE,
} from '../../limits/webhooks.js';
import type { SiteWebhook } from '../../store/webhook-store.js';
import { claimDeliveries } from '../claim-deliveries.js';
import { planDeliveries } from '../plan-deliveries.js';
import { sweepDeliveries } from '../sweep-deliveries.js';
import { postClaimed, type PostingDeps } from './post-claimed.js';

/** Sends what is due, to every endpoint of every site. */
export interface Dispatcher {
  /**
   * Plans what is new and begins what is due, as far as there is room, without waiting for any
   * answer. True where there is more to plan.
   */
  round(): Promise<boolean>;
  /** Resolves when nothing that was begun is under way. */
  settled(): Promise<void>;
  /** Ends what is under way, as if it had not been begun. */
  stop(): Promise<void>;
}

/** `onRoom` is called after each attempt: there may be room for another. */
export function webhookDispatcher(deps: PostingDeps, onRoom: () => void): Dispatcher {
  const underWay = attemptsUnderWay(deps, onRoom);
  let swept = Number.NEGATIVE_INFINITY;
  const sweepIsDue = (): boolean => {
    const due = deps.clock() - swept >= WEBHOOK_SWEEP_SECONDS * 1000;
    if (due) swept = deps.clock();
    return due;
  };
  return {
    round: async () => {
      const sweeping = sweepIsDue();
      let more = false;
      for await (const endpoint of endpoints(deps)) {
        if (sweeping && (await sweepDeliveries(deps, endpoint))) swept = Number.NEGATIVE_INFINITY;
        if (endpoint.deleted || endpoint.webhook.disabled_at !== null) continue;
        more = (await planned(deps, endpoint)) || more;
        await underWay.begin(endpoint);
      }
      return more;
    },
    settled: underWay.settled,
    stop: underWay.stop,
  };
}

async function* endpoints({ store }: PostingDeps): AsyncGenerator<SiteWebhook> {
  let last: SiteWebhook | null = null;
  for (;;) {
    const page: readonly SiteWebhook[] = await store.webhooks.page(last, WEBHOOKS_PAGE);
    yield* page;
    last = page.at(-1) ?? null;
    if (page.length < WEBHOOKS_PAGE) return;
  }
}

/** True where there is more to plan. Only begins a transaction where there is something. */
async function planned(
  deps: PostingDeps,
  { site_id, webhook: { id, planned_sequence } }: SiteWebhook,
): Promise<boolean> {
  const { sequence } = await deps.store.audit.head(site_id);
  if (sequence === planned_sequence) return false;
  for (let batch = 0; batch < WEBHOOK_PLAN_BATCHES_MAX; batch += 1) {
    if (!(await planDeliveries(deps, { site_id, id }))) return false;
  }
  return true;
}

interface UnderWay extends Pick<Dispatcher, 'settled' | 'stop'> {
  begin(endpoint: SiteWebhook): Promise<void>;
}

/** The attempts of this process, by endpoint: one that stalls takes room from itself alone. */
function attemptsUnderWay(deps: PostingDeps, onRoom: () => void): UnderWay {
  const stopping = new AbortController();
  const all = new Set<Promise<void>>();
  const counts = new Map<string, number>();
  const count = (id: string, change: 1 | -1): void => {
    const now = (counts.get(id) ?? 0) + change;
    if (now === 0) counts.delete(id);
    else counts.set(id, now);
  };
  const attempt = async (endpoint: SiteWebhook, delivery: Delivery): Promise<void> => {
    const { site_id, webhook } = endpoint;
    try {
      await postClaimed(deps, { site_id, webhook, delivery, stop: stopping.signal });
    } catch (error) {
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      const fields = { webhook_id: webhook.id, delivery_id: delivery.id, name, stack };
      deps.log.error(fields, 'an attempt to deliver failed in this service');
    }
    count(webhook.id, -1);
  };
  const settled = async (): Promise<void> => {
    while (all.size > 0) await Promise.all(all);
  };
  return {
    begin: async (endpoint) => {
      const { site_id, webhook } = endpoint;
      const room = roomFor(endpoint, { own: counts.get(webhook.id) ?? 0, all: all.size });
      if (room <= 0 || stopping.signal.aborted) return;
      const at = { site_id, id: webhook.id, limit: room };
      for (const delivery of await claimDeliveries(deps, at)) {
        count(webhook.id, 1);
        const running = attempt(endpoint, delivery).finally(() => {
          all.delete(running);
          onRoom();
        });
        all.add(running);
      }
    },
    settled,
    stop: async () => {
      stopping.abort();
      await settled();
    },
  };
}

function roomFor({ webhook }: SiteWebhook, taken: { own: number; all: number }): number {
  const most =
    webhook.failing_since === null
      ? WEBHOOK_REQUESTS_PER_ENDPOINT_MAX
      : WEBHOOK_REQUESTS_WHILE_FAILING_MAX;
  return Math.min(most - taken.own, WEBHOOK_REQUESTS_MAX - taken.all);
}
