import type { Policy, PolicyDocument } from '../domain/policy.js';
import type { Database } from './database.js';
import type { PolicyRow } from './schema.js';

/** Versions are only ever added. */
export interface PolicyStore {
  /** The newest version; null for a site that is not there. */
  current(siteId: string): Promise<Policy | null>;
  get(siteId: string, version: number): Promise<Policy | null>;
  /** False when the version exists: another change came first. */
  insert(siteId: string, policy: Policy): Promise<boolean>;
  /** Newest first, one more than asked for where there are more. */
  list(
    siteId: string,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly Policy[]>;
}

export function policyStore(db: Database): PolicyStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('policies').selectAll().where('site_id', '=', siteId);
  return {
    current: async (siteId) => {
      const row = await ofSite(siteId).orderBy('version', 'desc').limit(1).executeTakeFirst();
      return row ? policyOf(row) : null;
    },
    get: async (siteId, version) => {
      const row = await ofSite(siteId).where('version', '=', version).executeTakeFirst();
      return row ? policyOf(row) : null;
    },
    insert: async (siteId, { document, ...rest }) => {
      const inserted = await db
        .insertInto('policies')
        .values({ ...rest, site_id: siteId, document: JSON.stringify(document) })
        .onConflict((conflict) => conflict.columns(['site_id', 'version']).doNothing())
        .returning('version')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    list: async (siteId, { before, limit }) => {
      let query = ofSite(siteId).orderBy('version', 'desc').limit(limit + 1);
      if (before !== null) query = query.where('version', '<', before);
      return (await query.execute()).map(policyOf);
    },
  };
}

/** What documents did not say that were stored before there were presets and sections. */
const BEFORE_PRESETS = { preset: 'balanced', sections: {} } as const;

function policyOf({ site_id: _, document, ...rest }: PolicyRow): Policy {
  return { ...rest, document: { ...BEFORE_PRESETS, ...(JSON.parse(document) as PolicyDocument) } };
}
