import type { Database } from './database.js';
import { prepared, type Running } from './prepared.js';

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

interface Named {
  readonly site_id: string;
  readonly key_id: string;
  readonly key: string;
}

const ANSWER = prepared<Named>()((db, argument) =>
  db
    .selectFrom('idempotent_answers')
    .select(['request_digest', 'body', 'created_at'])
    .where('site_id', '=', argument('site_id'))
    .where('key_id', '=', argument('key_id'))
    .where('idempotency_key', '=', argument('key')),
);

const INSERT = prepared<Named & IdempotentAnswer & { readonly expired_before: string }>()(
  (db, argument) =>
    db
      .insertInto('idempotent_answers')
      .values({
        site_id: argument('site_id'),
        key_id: argument('key_id'),
        idempotency_key: argument('key'),
        request_digest: argument('request_digest'),
        body: argument('body'),
        created_at: argument('created_at'),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['site_id', 'key_id', 'idempotency_key'])
          .doUpdateSet(({ ref }) => ({
            request_digest: ref('excluded.request_digest'),
            body: ref('excluded.body'),
            created_at: ref('excluded.created_at'),
          }))
          .where('idempotent_answers.created_at', '<', argument('expired_before')),
      )
      .returning('idempotent_answers.created_at'),
);

const OLDEST = prepared<{ site_id: string; before: string; limit: number }>()((db, argument) =>
  db
    .selectFrom('idempotent_answers')
    .select(['key_id', 'idempotency_key'])
    .where('site_id', '=', argument('site_id'))
    .where('created_at', '<', argument('before'))
    .orderBy('created_at')
    .limit(argument('limit')),
);

export function idempotencyStore(db: Database, { run }: Running): IdempotencyStore {
  return {
    get: async (site_id, key_id, key) =>
      (await run(ANSWER, { site_id, key_id, key }))[0] ?? null,
    insert: async (site_id, key_id, answer) =>
      (await run(INSERT, { site_id, key_id, ...answer })).length > 0,
    purge: async (siteId, before, limit) => {
      const old = await run(OLDEST, { site_id: siteId, before, limit });
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
