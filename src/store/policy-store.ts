import { sql } from 'kysely';

import type { Policy, PolicyDocument } from '../domain/policy.js';
import { POLICIES_KNOWN_MAX } from '../limits/store.js';
import type { Database } from './database.js';
import { prepared, type Running } from './prepared.js';
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

/** What of a row comes before its document, behind which the rest is read page by page. */
const CURRENT = prepared<{ site_id: string }>()((db, argument) =>
  db
    .selectFrom('policies')
    .select(['version', 'digest'])
    .where('site_id', '=', argument('site_id'))
    .orderBy('version', 'desc')
    // Written out: a value bound to a LIMIT makes SQLite prepare the statement anew.
    .limit(sql.lit(1)),
);

export function policyStore(db: Database, { run }: Running): PolicyStore {
  // Of each site the policy that was in force when it was last read, which takes longer to parse
  // than all else of a submit takes to look up.
  const known = new Map<string, Policy>();
  const ofSite = (siteId: string) =>
    db.selectFrom('policies').selectAll().where('site_id', '=', siteId);
  return {
    current: async (siteId) => {
      const [head] = await run(CURRENT, { site_id: siteId });
      if (head === undefined) return null;
      const before = known.get(siteId);
      if (before?.version === head.version && before.digest === head.digest) return before;
      const row = await ofSite(siteId).where('version', '=', head.version).executeTakeFirst();
      if (row === undefined) return null;
      const policy = policyOf(row);
      if (known.size >= POLICIES_KNOWN_MAX) known.clear();
      known.set(siteId, policy);
      return policy;
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
