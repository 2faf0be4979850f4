import type { Claim } from '../domain/claim.js';
import type { Database } from './database.js';
import { among, listArgument, type OfList } from './list-argument.js';
import { prepared, type Running } from './prepared.js';
import type { ClaimRow } from './schema-desk.js';

/** Whose claims, as they are at a time: what has lapsed by then is not there. */
export interface ClaimsOf {
  readonly key_id: string;
  readonly now: string;
}

export interface ClaimStore {
  /** In place of one that has lapsed; false, and nothing changed, where somebody holds it. */
  take(siteId: string, claim: Claim): Promise<boolean>;
  /** The claims on these comments that have not lapsed, by the comment's id. */
  on(
    siteId: string,
    commentIds: readonly string[],
    now: string,
  ): Promise<ReadonlyMap<string, Claim>>;
  /** What a key holds, by the comment's id; each key holds few. */
  of(siteId: string, claims: ClaimsOf): Promise<readonly Claim[]>;
  /** Ends a claim, whoever's it is. */
  end(siteId: string, commentId: string): Promise<void>;
  /** Removes what lapsed before a time, at most `limit`. */
  purge(siteId: string, before: string, limit: number): Promise<void>;
}

const ON = prepared<OfList & { now: string }>()((db, argument) =>
  db
    .selectFrom('claims')
    .selectAll()
    .where('site_id', '=', argument('site_id'))
    .where(among(db, 'comment_id', argument('ids')))
    .where('expires_at', '>', argument('now')),
);

export function claimStore(db: Database, { run }: Running): ClaimStore {
  const ofSite = (siteId: string) =>
    db.selectFrom('claims').selectAll().where('site_id', '=', siteId);
  const end: ClaimStore['end'] = async (siteId, commentId) => {
    await db
      .deleteFrom('claims')
      .where('site_id', '=', siteId)
      .where('comment_id', '=', commentId)
      .execute();
  };
  return {
    take: async (siteId, { comment_id, ...rest }) => {
      const taken = await db
        .insertInto('claims')
        .values({ site_id: siteId, comment_id, ...rest })
        .onConflict((conflict) =>
          conflict
            .columns(['site_id', 'comment_id'])
            .doUpdateSet(rest)
            .where('claims.expires_at', '<=', rest.claimed_at),
        )
        .returning('comment_id')
        .executeTakeFirst();
      return taken !== undefined;
    },
    on: async (siteId, commentIds, now) => {
      if (commentIds.length === 0) return new Map();
      const rows = await run(ON, { site_id: siteId, ids: listArgument(commentIds), now });
      return new Map(rows.map((row) => [row.comment_id, claimOf(row)]));
    },
    of: async (siteId, { key_id, now }) => {
      const rows = await ofSite(siteId)
        .where('key_id', '=', key_id)
        .where('expires_at', '>', now)
        .orderBy('comment_id')
        .execute();
      return rows.map(claimOf);
    },
    end,
    purge: async (siteId, before, limit) => {
      const lapsed = await db
        .selectFrom('claims')
        .select('comment_id')
        .where('site_id', '=', siteId)
        .where('expires_at', '<=', before)
        .limit(limit)
        .execute();
      for (const { comment_id } of lapsed) await end(siteId, comment_id);
    },
  };
}

function claimOf({ site_id: _, ...claim }: ClaimRow): Claim {
  return claim;
}
