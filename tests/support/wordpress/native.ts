import { expect } from 'vitest';

import { EVENT_TYPES, type EventType } from '../../../src/domain/audit.js';
import { eventually } from '../eventually.js';
import { freePort } from '../free-port.js';
import { type Between, startBetween } from './between.js';
import { type Gatepost, startGatepost } from './gatepost.js';
import { type Constants, type Site, startSite } from './site.js';
import { inWordPress } from './written.js';

export const EVENTS = '/?rest_route=/gatepost/v1/events';

/** A WordPress whose comments a Gatepost judges by our plugin alone, and tells of decisions. */
export interface Native {
  readonly gatepost: Gatepost;
  readonly site: Site;
  /** Before Gatepost, for who has WordPress go through it. */
  readonly between: Between;
  /** Of the webhook. */
  readonly secret: string;
  readonly constants: Constants;
  inGatepost(id: string): Promise<string>;
  /** Waits until a comment stands so in WordPress and in Gatepost. */
  bothHave(id: string, here: string, there: string): Promise<void>;
  decidedInGatepost(id: string, action: 'approve' | 'reject'): Promise<void>;
  /** Until everything that Gatepost had to tell has arrived. */
  allDelivered(): Promise<void>;
  /** What WordPress does by itself every now and then. */
  cron(): Promise<void>;
  stop(): Promise<void>;
}

/** `behind`: WordPress reaches Gatepost by way of what is between them. */
export async function startNative({ behind = false } = {}): Promise<Native> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const port = await freePort();
    const gatepost = await startGatepost();
    ends.push(gatepost.stop);
    const between = await startBetween(gatepost.url);
    ends.push(between.stop);
    const hook = { url: `http://127.0.0.1:${port}${EVENTS}` };
    const { secret } = (await gatepost.post('/v1/webhooks', hook)).body;
    const key = await gatepost.post('/v1/keys', { name: 'WordPress', scopes: ['moderate'] });
    const constants = {
      GATEPOST_URL: gatepost.url,
      GATEPOST_KEY: key.body.key,
      GATEPOST_WEBHOOK_SECRET: secret,
      GATEPOST_RETRY: 1,
      GATEPOST_TIMEOUT: 15,
    };
    const site = await startSite(port, constants);
    ends.push(site.stop);
    if (behind) await site.configure({ ...constants, GATEPOST_URL: between.url });
    return { gatepost, site, between, secret, constants, ...waysOf(gatepost, site), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Ways = Pick<
  Native,
  'inGatepost' | 'bothHave' | 'decidedInGatepost' | 'allDelivered' | 'cron'
>;

const isEvent = ({ kind }: { kind: EventType }): boolean => EVENT_TYPES.includes(kind);

function waysOf(gatepost: Gatepost, site: Site): Ways {
  const inGatepost = async (id: string): Promise<string> => {
    const { status, body } = await gatepost.get(`/v1/comments/${id}`);
    return status === 200 ? body.status : `status ${status}`;
  };
  return {
    inGatepost,
    bothHave: async (id, here, there) =>
      eventually(async () => {
        expect([await inWordPress(site, id), await inGatepost(id)]).toEqual([here, there]);
      }),
    decidedInGatepost: async (id, action) => {
      const { body } = await gatepost.get(`/v1/comments/${id}`);
      const decision = { seen_version: body.version };
      const { status } = await gatepost.post(`/v1/comments/${id}/${action}`, decision);
      expect(status).toBe(200);
    },
    allDelivered: async () => {
      const { body: hooks } = await gatepost.get('/v1/webhooks');
      const path = `/v1/webhooks/${hooks.data[0].id}/deliveries`;
      const { body: record } = await gatepost.get('/v1/audit');
      const latest = record.data.find(isEvent);
      await eventually(async () => {
        // A delivery is made soon after what it tells of.
        const { body: all } = await gatepost.get(path);
        expect(all.data.map(({ event_id: id }: { event_id: string }) => id)).toContain(latest.id);
        expect((await gatepost.get(`${path}?status=pending`)).body.data).toEqual([]);
      });
    },
    cron: async () => {
      await fetch(`${site.url}/wp-cron.php`);
    },
  };
}
