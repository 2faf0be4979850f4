import type { ApiKey, KeyFront, Scope } from '../domain/api-key.js';
import type { Database } from './database.js';
import { prepared, type Running } from './prepared.js';
import type { ApiKeyRow } from './schema.js';

export interface KeyStore {
  insert(key: ApiKey): Promise<void>;
  /** The key of that id, of whichever site; revoked ones too. */
  find(id: string): Promise<ApiKey | null>;
  /** The key of a front with that hash, of whichever site; revoked ones too. */
  findByHash(front: KeyFront, hash: string): Promise<ApiKey | null>;
  /** Keys of a front that sign and are in force, of all sites, oldest first. */
  signing(front: KeyFront, limit: number): Promise<readonly ApiKey[]>;
  /** The names of keys of a site, by their ids. */
  names(siteId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All of a site, oldest first, revoked ones too. */
  list(siteId: string): Promise<readonly ApiKey[]>;
  /** Does nothing to a key that is revoked already. */
  revoke(siteId: string, id: string, at: string): Promise<void>;
  /** Makes the key, or gives the one with its id its name, scope and secret, not revoked. */
  replace(key: ApiKey): Promise<void>;
  countActive(siteId: string, scope: Scope): Promise<number>;
}

/** Of every request; which site it is for is not known before. */
const BY_ID = prepared<{ id: string }>()((db, argument) =>
  db.selectFrom('api_keys').selectAll().where('key_id', '=', argument('id')),
);

export function keyStore(db: Database, { run }: Running): KeyStore {
  return {
    insert: async (key) => {
      await db.insertInto('api_keys').values(rowOf(key)).execute();
    },
    find: async (id) => {
      const [row] = await run(BY_ID, { id });
      return row ? keyOf(row) : null;
    },
    ...ofFronts(db),
    names: async (siteId, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('api_keys')
        .select(['key_id', 'name'])
        .where('site_id', '=', siteId)
        .where('key_id', 'in', ids)
        .execute();
      return new Map(rows.map((row) => [row.key_id, row.name]));
    },
    list: async (siteId) => {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('site_id', '=', siteId)
        .orderBy('created_at')
        .orderBy('key_id')
        .execute();
      return rows.map(keyOf);
    },
    revoke: async (siteId, id, at) => {
      await db
        .updateTable('api_keys')
        .set({ revoked_at: at })
        .where('site_id', '=', siteId)
        .where('key_id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },
    replace: async (key) => {
      const { site_id, key_id, ...rest } = rowOf(key);
      await db
        .insertInto('api_keys')
        .values({ site_id, key_id, ...rest })
        .onConflict((conflict) => conflict.columns(['site_id', 'key_id']).doUpdateSet(rest))
        .execute();
    },
    countActive: async (siteId, scope) => {
      const { count } = await db
        .selectFrom('api_keys')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('site_id', '=', siteId)
        .where('scope', '=', scope)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function ofFronts(db: Database): Pick<KeyStore, 'findByHash' | 'signing'> {
  const of = (front: KeyFront) =>
    db.selectFrom('api_keys').selectAll().where('front', '=', front);
  return {
    findByHash: async (front, hash) => {
      const row = await of(front).where('secret_hash', '=', hash).limit(1).executeTakeFirst();
      return row ? keyOf(row) : null;
    },
    signing: async (front, limit) => {
      const rows = await of(front)
        .where('signing_secret', 'is not', null)
        .where('revoked_at', 'is', null)
        .orderBy('created_at')
        .orderBy('key_id')
        .limit(limit)
        .execute();
      return rows.map(keyOf);
    },
  };
}

function rowOf({ id, ...rest }: ApiKey): ApiKeyRow {
  return { key_id: id, ...rest };
}

function keyOf({ key_id, scope, front, ...rest }: ApiKeyRow): ApiKey {
  return { id: key_id, scope: scope as Scope, front: front as KeyFront | null, ...rest };
}
