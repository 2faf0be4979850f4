import type { EventType } from '../domain/audit.js';
import type { DisabledReason, Webhook } from '../domain/webhook.js';
import type { Database } from './database.js';
import type { WebhookEndpointRow } from './schema-desk.js';

/** An endpoint of any site; `deleted` ones wait for their deliveries to be removed. */
export interface SiteWebhook {
  readonly site_id: string;
  readonly webhook: Webhook;
  readonly deleted: boolean;
}

export interface WebhookStore {
  insert(siteId: string, webhook: Webhook): Promise<void>;
  get(siteId: string, id: string): Promise<Webhook | null>;
  /** All of a site, oldest first. */
  list(siteId: string): Promise<readonly Webhook[]>;
  /** Of all sites, after another one, deleted ones too. */
  page(after: SiteWebhook | null, limit: number): Promise<readonly SiteWebhook[]>;
  /** Writes everything but how far it is planned. */
  replace(siteId: string, webhook: Webhook): Promise<void>;
  /** False, and nothing changed, where somebody else has planned since `from`. */
  advance(siteId: string, id: string, reach: { from: number; to: number }): Promise<boolean>;
  /** Marks when nothing arrived first, and with null that something did. */
  failing(siteId: string, id: string, since: string | null): Promise<void>;
  /** Takes the address and the secrets away; the row stays until its deliveries are gone. */
  markDeleted(siteId: string, id: string, at: string): Promise<void>;
  remove(siteId: string, id: string): Promise<void>;
}

export function webhookStore(db: Database): WebhookStore {
  const change = (siteId: string, id: string) =>
    db
      .updateTable('webhook_endpoints')
      .where('site_id', '=', siteId)
      .where('endpoint_id', '=', id);
  const present = (siteId: string) =>
    db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('site_id', '=', siteId)
      .where('deleted_at', 'is', null);
  return {
    insert: async (siteId, webhook) => {
      const row = { ...rowOf(siteId, webhook), deleted_at: null };
      await db.insertInto('webhook_endpoints').values(row).execute();
    },
    get: async (siteId, id) => {
      const row = await present(siteId).where('endpoint_id', '=', id).executeTakeFirst();
      return row ? webhookOf(row) : null;
    },
    list: async (siteId) =>
      (await present(siteId).orderBy('endpoint_id').execute()).map(webhookOf),
    page: pageOfAll(db),
    replace: async (siteId, webhook) => {
      const { site_id: _, endpoint_id, planned_sequence: __, ...rest } = rowOf(siteId, webhook);
      await change(siteId, endpoint_id).set(rest).execute();
    },
    advance: async (siteId, id, { from, to }) => {
      const { numUpdatedRows } = await change(siteId, id)
        .set({ planned_sequence: to })
        .where('planned_sequence', '=', from)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    failing: async (siteId, id, since) => {
      await change(siteId, id).set({ failing_since: since }).execute();
    },
    markDeleted: async (siteId, id, at) => {
      const nothing = {
        url: '',
        secret: '',
        previous_secret: null,
        callback_key: null,
        description: null,
      };
      await change(siteId, id).set({ ...nothing, deleted_at: at }).execute();
    },
    remove: async (siteId, id) => {
      await db
        .deleteFrom('webhook_endpoints')
        .where('site_id', '=', siteId)
        .where('endpoint_id', '=', id)
        .execute();
    },
  };
}

function pageOfAll(db: Database): WebhookStore['page'] {
  return async (after, limit) => {
    let query = db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .orderBy('site_id')
      .orderBy('endpoint_id')
      .limit(limit);
    if (after !== null) {
      const { site_id, webhook } = after;
      query = query.where((eb) =>
        eb(eb.refTuple('site_id', 'endpoint_id'), '>', eb.tuple(site_id, webhook.id)),
      );
    }
    return (await query.execute()).map((row) => ({
      site_id: row.site_id,
      webhook: webhookOf(row),
      deleted: row.deleted_at !== null,
    }));
  };
}

function rowOf(
  siteId: string,
  { id, event_types, ...rest }: Webhook,
): Omit<WebhookEndpointRow, 'deleted_at'> {
  const types = event_types === null ? null : JSON.stringify(event_types);
  return { site_id: siteId, endpoint_id: id, event_types: types, ...rest };
}

function webhookOf(row: WebhookEndpointRow): Webhook {
  const { site_id: _, deleted_at: __, endpoint_id, event_types, disabled_reason, ...rest } = row;
  return {
    ...rest,
    id: endpoint_id,
    event_types: event_types === null ? null : (JSON.parse(event_types) as readonly EventType[]),
    disabled_reason: disabled_reason as DisabledReason | null,
  };
}
