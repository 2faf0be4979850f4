import { APPEAL_STATUSES, type AppealStatus } from '../../domain/appeal.js';
import { median } from '../../domain/median.js';
import { NOTICE_STATUSES, type NoticeStatus } from '../../domain/notice.js';
import { secondsBetween } from '../../domain/time.js';
import type { Deps } from '../../deps.js';
import { TRANSPARENCY_PAGE } from '../../limits/desk.js';
import type { Within } from '../../store/statement-store.js';
import type { Answered } from '../../store/transparency-store.js';

interface Counted<S extends string> {
  readonly total: number;
  readonly by_status: Readonly<Record<S, number>>;
  /** From coming in to the answer, of those that are answered; null for none. */
  readonly median_seconds: number | null;
}

export type CountedNotices = Counted<NoticeStatus> & { readonly from_trusted_flaggers: number };
export type CountedAppeals = Counted<AppealStatus>;

/** The notices of illegal content that came in within a time, and what has come of them. */
export async function countNotices(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  within: Within,
): Promise<CountedNotices> {
  const read = await all(async (page) => store.transparency.notices(siteId, within, page));
  const from_trusted_flaggers = read.filter(({ trusted }) => trusted).length;
  return { ...counted(read, NOTICE_STATUSES), from_trusted_flaggers };
}

/** The appeals that were filed within a time, and what has come of them. */
export async function countAppeals(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  within: Within,
): Promise<CountedAppeals> {
  const read = await all(async (page) => store.transparency.appeals(siteId, within, page));
  return counted(read, APPEAL_STATUSES);
}

/** Notices and appeals of a year are few beside comments, and small. */
async function all<T extends { readonly id: string }>(
  read: (page: { readonly after: string; readonly limit: number }) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  let page: readonly T[];
  do {
    page = await read({ after: found.at(-1)?.id ?? '', limit: TRANSPARENCY_PAGE });
    found.push(...page);
  } while (page.length === TRANSPARENCY_PAGE);
  return found;
}

function counted<S extends string>(
  read: readonly Answered<S>[],
  statuses: readonly S[],
): Counted<S> {
  const of = (name: S) => read.filter(({ status }) => status === name).length;
  const by_status = Object.fromEntries(statuses.map((name) => [name, of(name)]));
  const seconds = read.flatMap(({ status, created_at, answered_at }) =>
    answered_at === null || status === 'withdrawn' ? [] : [secondsBetween(created_at, answered_at)],
  );
  return {
    total: read.length,
    by_status: by_status as Record<S, number>,
    median_seconds: median(seconds),
  };
}
