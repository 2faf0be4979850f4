import type { Deps } from '../deps.js';
import type { ApiKey } from '../domain/api-key.js';
import { timestamp } from '../domain/time.js';
import type { Store } from '../store/store.js';
import { insertSite } from './create-site.js';
import { keyIdOf, newSecret, secretHash } from './keys/secret.js';
import {
  keyCreated,
  keyRevoked,
  OPERATOR as OPERATOR_ACTS,
} from './recording/acts-of-administration.js';
import { recordActs } from './recording/record-acts.js';

export const DEFAULT_SITE_ID = 'default';

/** The holder of a key that the operator set; also how an earlier one is found to replace. */
const OPERATOR = 'admin (GATEPOST_ADMIN_KEY)';

type Needs = Pick<Deps, 'store' | 'clock' | 'newId' | 'randomBytes'>;

export interface FirstRun {
  /** The database was empty: the site and its admin key were made now. */
  readonly created: boolean;
  /** The admin key that was made; null when the operator set one, or on later starts. */
  readonly adminKey: string | null;
}

/**
 * Leaves the database with the site `default` and an admin key. A key set by the operator is put
 * in force on every start, and takes the place of the one that they set before.
 */
export async function ensureFirstRun(
  deps: Needs,
  { adminKey }: { readonly adminKey: string | null },
): Promise<FirstRun> {
  return deps.store.transaction(DEFAULT_SITE_ID, async (store) => {
    const bound = { ...deps, store };
    const created =
      (await store.sites.list()).length === 0 &&
      (await insertSite(bound, { id: DEFAULT_SITE_ID, name: 'Default' }));
    if (adminKey !== null) {
      await putOperatorKey(bound, adminKey);
      return { created, adminKey: null };
    }
    if (!created) return { created, adminKey: null };
    const { token, id, hash } = newSecret(deps);
    const key = { ...adminOf(bound, id, hash), name: 'admin' };
    await store.keys.insert(key);
    await recordActs(bound, DEFAULT_SITE_ID, [keyCreated(key, OPERATOR_ACTS)]);
    return { created, adminKey: token };
  });
}

async function putOperatorKey(deps: Needs, token: string): Promise<void> {
  const { store } = deps;
  const key = adminOf(deps, keyIdOf(token), secretHash(token));
  const at = timestamp(deps.clock());
  for (const earlier of await operatorKeys(store)) {
    if (earlier.id === key.id) continue;
    await store.keys.revoke(DEFAULT_SITE_ID, earlier.id, at);
    await recordActs(deps, DEFAULT_SITE_ID, [keyRevoked(earlier, OPERATOR_ACTS)]);
  }
  const known = await store.keys.find(key.id);
  const current = known?.secret_hash === key.secret_hash && known.revoked_at === null;
  if (current) return;
  await store.keys.replace(key);
  await recordActs(deps, DEFAULT_SITE_ID, [keyCreated(key, OPERATOR_ACTS)]);
}

async function operatorKeys(store: Store): Promise<readonly ApiKey[]> {
  const keys = await store.keys.list(DEFAULT_SITE_ID);
  return keys.filter((key) => key.name === OPERATOR && key.revoked_at === null);
}

function adminOf(deps: Pick<Deps, 'clock'>, id: string, hash: string): ApiKey {
  return {
    id,
    site_id: DEFAULT_SITE_ID,
    name: OPERATOR,
    scope: 'admin',
    secret_hash: hash,
    created_at: timestamp(deps.clock()),
    revoked_at: null,
    front: null,
    signing_secret: null,
  };
}
