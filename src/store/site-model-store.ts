import type {
  Ground,
  SiteModel,
  SiteModelChoice,
  SiteModelHead,
  SiteModelRecord,
} from '../domain/site-model.js';
import type { Database } from './database.js';
import type { SiteModelRow } from './schema.js';

/** Versions are only ever added, and the oldest forgotten; choices are only ever added. */
export interface SiteModelStore {
  /** The newest version's number; null where there is none. */
  newestVersion(siteId: string): Promise<number | null>;
  get(siteId: string, version: number): Promise<SiteModel | null>;
  /** Newest first. */
  list(siteId: string, limit: number): Promise<readonly SiteModelHead[]>;
  /** False when the version exists: another instance was first. */
  insert(siteId: string, model: SiteModel): Promise<boolean>;
  /** Forgets versions that are older than one, but not the one that is pinned. */
  forget(
    siteId: string,
    which: { readonly before: number; readonly except: number | null },
  ): Promise<void>;
  /** The choice that stands; null where nobody has chosen. */
  choice(siteId: string): Promise<SiteModelChoice | null>;
  addChoice(siteId: string, choice: MadeChoice): Promise<void>;
}

/** A choice that somebody made. */
type MadeChoice = SiteModelChoice & { readonly created_at: string; readonly created_by: string };

export function siteModelStore(db: Database): SiteModelStore {
  return { ...versions(db), ...choices(db) };
}

function versions(db: Database): Omit<SiteModelStore, 'choice' | 'addChoice'> {
  return {
    newestVersion: async (siteId) => {
      const row = await db
        .selectFrom('site_models')
        .select('version')
        .where('site_id', '=', siteId)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.version ?? null;
    },
    get: async (siteId, version) => {
      const row = await db
        .selectFrom('site_models')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('version', '=', version)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { ...headOf(row), ...(JSON.parse(row.weights) as Weights) };
    },
    list: async (siteId, limit) => {
      const rows = await db
        .selectFrom('site_models')
        .select([
          'site_id',
          'version',
          'created_at',
          'created_by',
          'base_version',
          'ground',
          'record',
        ])
        .where('site_id', '=', siteId)
        .orderBy('version', 'desc')
        .limit(limit)
        .execute();
      return rows.map(headOf);
    },
    insert: async (siteId, { record, slope, offset, terms, ...rest }) => {
      const weights: Weights = { slope, offset, terms };
      const inserted = await db
        .insertInto('site_models')
        .values({
          ...rest,
          site_id: siteId,
          record: JSON.stringify(record),
          weights: JSON.stringify(weights),
        })
        .onConflict((conflict) => conflict.columns(['site_id', 'version']).doNothing())
        .returning('version')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    forget: async (siteId, { before, except }) => {
      await db
        .deleteFrom('site_models')
        .where('site_id', '=', siteId)
        .where('version', '<', before)
        .where('version', '!=', except ?? before)
        .execute();
    },
  };
}

type Weights = Pick<SiteModel, 'slope' | 'offset' | 'terms'>;

function headOf(row: Omit<SiteModelRow, 'weights'>): SiteModelHead {
  const { version, created_at, created_by, base_version, ground, record } = row;
  return {
    version,
    created_at,
    created_by,
    base_version,
    ground: ground as Ground,
    record: JSON.parse(record) as SiteModelRecord,
  };
}

function choices(db: Database): Pick<SiteModelStore, 'choice' | 'addChoice'> {
  const last = async (siteId: string) =>
    db
      .selectFrom('site_model_choices')
      .selectAll()
      .where('site_id', '=', siteId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
  return {
    choice: async (siteId) => {
      const row = await last(siteId);
      if (row === undefined) return null;
      const { choice, version, created_at, created_by } = row;
      return { use: choice as SiteModelChoice['use'], version, created_at, created_by };
    },
    addChoice: async (siteId, { use, ...rest }) => {
      const before = await last(siteId);
      const number = (before?.number ?? 0) + 1;
      await db
        .insertInto('site_model_choices')
        .values({ ...rest, site_id: siteId, number, choice: use })
        .execute();
    },
  };
}
