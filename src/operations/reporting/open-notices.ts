import type { Deps } from '../../deps.js';
import type { OpenNotices } from '../../store/notice-store.js';

/**
 * The notices of illegal content about these comments that nobody has answered yet, by the
 * comment's id, in one statement; comments without any are left out. A notice holds nothing by
 * itself: whoever orders a queue puts these comments first, those of trusted flaggers before all.
 */
export async function openNoticesOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, OpenNotices>> {
  const counts = await store.notices.openCounts(siteId, commentIds);
  return new Map(counts.map((each) => [each.comment_id, each]));
}
