import type { Database } from './database.js';

/** The answer that a request under an Idempotency-Key got. */
export interface IdempotentAnswer {
  readonly request_digest: string;
  readonly body: string;
  readonly created_at: string;
}

export interface IdempotencyStore {
  get(siteId: string, keyId: string, key: string): Promise<IdempotentAnswer | null>;
  /** Over an answer older than `expired_before`; false when a younger one is there. */
  insert(
    siteId: string,
    keyId: string,
    answer: IdempotentAnswer & { readonly key: string; readonly expired_before: string },
  ): Promise<boolean>;
  /** Removes the oldest answers from before a time, at most `limit`. */
  purge(siteId: string, before: string, limit: number): Promise<void>;
}

export function idempotencyStore(db: Database): IdempotencyStore {
  return {
    get: async (siteId, keyId, key) => {
      const row = await db
        .selectFrom('idempotent_answers')
        .select(['request_digest', 'body', 'created_at'])
        .where('site_id', '=', siteId)
        .where('key_id', '=', keyId)
        .where('idempotency_key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    },
    insert: async (siteId, keyId, { key, expired_before, ...answer }) => {
      const stored = await db
        .insertInto('idempotent_answers')
        .values({ site_id: siteId, key_id: keyId, idempotency_key: key, ...answer })
        .onConflict((conflict) =>
          conflict
            .columns(['site_id', 'key_id', 'idempotency_key'])
            .doUpdateSet(answer)
            .where('idempotent_answers.created_at', '<', expired_before),
        )
        .returning('created_at')
        .executeTakeFirst();
      return stored !== undefined;
    },
    purge: async (siteId, before, limit) => {
      const old = await db
        .selectFrom('idempotent_answers')
        .select(['key_id', 'idempotency_key'])
        .where('site_id', '=', siteId)
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit)
        .execute();
      for (const { key_id, idempotency_key } of old) {
        await db
          .deleteFrom('idempotent_answers')
          .where('site_id', '=', siteId)
          .where('key_id', '=', key_id)
          .where('idempotency_key', '=', idempotency_key)
          .execute();
      }
    },
  };
}
