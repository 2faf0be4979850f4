import type { Deps } from '../../deps.js';
import type { Decision } from '../../domain/decision.js';
import { type Basis, basisOf } from '../../domain/restriction.js';
import type { Place, RejectionAt, Within } from '../../store/statement-store.js';

/** A rejection that has a statement of its own, as the transparency of a site counts it. */
export interface Rejection {
  readonly at: RejectionAt;
  readonly decision: Decision;
  readonly basis: Basis;
  /** When a later decision published the comment; null where none did. */
  readonly reversed_at: string | null;
}

export interface RejectionPage {
  readonly rejections: readonly Rejection[];
  /** Where to go on; null where these were the last. */
  readonly next: Place | null;
}

/**
 * Rejections within a time, oldest first, read `limit` at a time. A person's decision that only
 * confirms a rejection takes nothing more from the author and is left out, unless it names the law.
 */
export async function rejectionPage(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  asked: { readonly within: Within; readonly after: Place | null; readonly limit: number },
): Promise<RejectionPage> {
  const { within, after, limit } = asked;
  const read = await store.statements.rejections(siteId, within, { after, limit: limit + 1 });
  const places = read.slice(0, limit);
  const commentIds = [...new Set(places.map(({ comment_id }) => comment_id))];
  const byComment = grouped(await store.decisions.ofComments(siteId, commentIds));
  const settled = await store.statements.settledBy(siteId, commentIds);
  const rejections = places.flatMap((at): readonly Rejection[] => {
    const decisions = byComment.get(at.comment_id) ?? [];
    const decision = decisions.find(({ id }) => id === at.id);
    if (decision === undefined || confirms(decision, decisions)) return [];
    const occasion = { decisions, ...(settled.get(at.id) ?? { notices: [], reports: [] }) };
    const reversed_at = reversalOf(decision, decisions);
    return [{ at, decision, basis: basisOf(decision, occasion), reversed_at }];
  });
  return { rejections, next: read.length > limit ? (places.at(-1) ?? null) : null };
}

function grouped(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const known = groups.get(decision.comment_id);
    if (known) known.push(decision);
    else groups.set(decision.comment_id, [decision]);
  }
  return groups;
}

function confirms(
  { actor, legal_ground, supersedes }: Decision,
  decisions: readonly Decision[],
): boolean {
  if (actor.kind === 'system' || legal_ground !== null) return false;
  const before = decisions.find(({ id }) => id === supersedes);
  return before?.action === 'reject' && before.actor.kind !== 'import';
}

function reversalOf(
  { comment_version }: Decision,
  decisions: readonly Decision[],
): string | null {
  const later = decisions.find(
    (each) => each.comment_version > comment_version && each.action === 'approve',
  );
  return later?.created_at ?? null;
}
