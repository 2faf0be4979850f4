import { keepLatest } from '../domain/keep-latest.js';
import type { Store } from '../store/store.js';

/** What this process knows of sites. */
export interface KnownBySite<T> {
  get(store: Store, siteId: string): T | undefined;
  keep(store: Store, siteId: string, value: T): void;
  forget(store: Store, siteId: string): void;
}

/**
 * Of each store apart, since what is known is its database's; of at most so many sites, of which
 * the one that was kept first makes room.
 */
export function knownBySite<T>(sitesMax: number): KnownBySite<T> {
  const ofStores = new WeakMap<Store, Map<string, T>>();
  return {
    get: (store, siteId) => ofStores.get(store)?.get(siteId),
    keep: (store, siteId, value) => {
      const sites = ofStores.get(store) ?? new Map<string, T>();
      ofStores.set(store, sites);
      keepLatest(sites, [siteId, value], sitesMax);
    },
    forget: (store, siteId) => {
      ofStores.get(store)?.delete(siteId);
    },
  };
}
