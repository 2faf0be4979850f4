import type { Deps } from '../deps.js';
import type { Site } from '../domain/site.js';
import { timestamp } from '../domain/time.js';
import { defaultPolicyDocument } from '../moderation/policy/default.js';
import { policyDigest } from '../moderation/policy/digest.js';

type Needs = Pick<Deps, 'store' | 'clock'>;

/** Makes a site with the default policy as version 1; false when it exists. */
export async function createSite(
  deps: Needs,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<boolean> {
  return deps.store.transaction(id, (store) => insertSite({ ...deps, store }, { id, name }));
}

/** The same within a transaction of the caller's. */
export async function insertSite(
  { store, clock }: Needs,
  { id, name }: Pick<Site, 'id' | 'name'>,
): Promise<boolean> {
  if (await store.sites.get(id)) return false;
  const now = timestamp(clock());
  const document = defaultPolicyDocument();
  await store.sites.insert({ id, name, created_at: now });
  await store.policies.insert(id, {
    version: 1,
    digest: policyDigest(document),
    document,
    created_at: now,
    created_by: 'gatepost',
  });
  return true;
}
