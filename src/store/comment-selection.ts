import type { Comment } from '../domain/comment.js';
import { type CommentFilter, filtered } from './comment-filter.js';
import { commentOf } from './comment-row.js';
import type { Database } from './database.js';
import { asItWas } from './queue-filter.js';

export interface SelectionQuery {
  readonly filter: CommentFilter;
  /** Only comments with greater ids; empty for all. */
  readonly after: string;
  /** Only what was neither edited nor decided about since: ids without prefix sort by time. */
  readonly moment: { readonly id: string };
  readonly limit: number;
}

export interface OfTextQuery {
  readonly author_id: string;
  readonly fingerprint: string;
  readonly since: string;
  readonly limit: number;
}

/** Comments taken together by what they have in common. */
export interface CommentSelection {
  /** What fits a filter, oldest first: the ids and versions. */
  select(
    siteId: string,
    query: SelectionQuery,
  ): Promise<readonly Pick<Comment, 'id' | 'version'>[]>;
  /** An author's comments with the text of that fingerprint, newest first. */
  ofText(siteId: string, query: OfTextQuery): Promise<readonly Comment[]>;
}

export function commentSelection(db: Database): CommentSelection {
  const ofSite = (siteId: string) =>
    db.selectFrom('comments').selectAll('comments').where('comments.site_id', '=', siteId);
  return {
    select: async (siteId, { filter, after, moment, limit }) => {
      const rows = await filtered(ofSite(siteId), filter)
        .clearSelect()
        .select(['comments.comment_id as id', 'comments.version'])
        .where('comments.comment_id', '>', after)
        .where((eb) => asItWas(eb, moment))
        .orderBy('comments.comment_id')
        .limit(limit)
        .execute();
      return rows;
    },
    ofText: async (siteId, { author_id, fingerprint, since, limit }) => {
      const rows = await ofSite(siteId)
        .where('fingerprint', '=', fingerprint)
        .where('received_at', '>=', since)
        .where('author_id', '=', author_id)
        .orderBy('received_at', 'desc')
        .orderBy('comment_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(commentOf);
    },
  };
}
