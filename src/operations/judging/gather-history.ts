import type { Deps } from '../../deps.js';
import type { Block } from '../../domain/block.js';
import type { TextMarks } from '../../domain/comment.js';
import { emailDomain, emailKey } from '../../domain/identity.js';
import type { Status } from '../../domain/status.js';
import type { Submission } from '../../domain/submission.js';
import type { Thread } from '../../domain/thread.js';
import { secondsBefore, secondsBetween } from '../../domain/time.js';
import {
  CAMPAIGN_WINDOW_SECONDS,
  OUTCOMES_WINDOW_SECONDS,
  RECENT_WINDOW_SECONDS,
  REPEAT_WINDOW_SECONDS,
  REPORTS_OF_AUTHOR_MAX,
} from '../../limits.js';
import { STRIKE_DAYS_MAX } from '../../limits/desk.js';
import type { HistoryFacts } from '../../moderation/facts.js';
import { foldedName } from '../../text/folded-name.js';
import { ipDigits } from '../blocking/ip-range.js';
import { resemblances } from './resemblances.js';
import { nearTexts } from './near-texts.js';

const SECONDS_PER_DAY = 86_400;

/** Whose comment is judged, where and when. */
export interface Occasion {
  readonly site_id: string;
  /** Null for an author whom the site has not met. */
  readonly author_id: string | null;
  readonly thread: Pick<Thread, 'closed_at' | 'premoderated_at' | 'section' | 'created_at'>;
  readonly author: Pick<Submission['author'], 'name' | 'email' | 'ip'>;
  readonly marks: TextMarks;
  /** An edited comment: it is not counted among its author's comments. */
  readonly edited: { readonly id: string; readonly rejected_by_person: boolean } | null;
  readonly now: string;
}

/** What the store knows that bears on a comment: a few indexed look-ups. */
export async function gatherHistory(
  deps: Pick<Deps, 'store'>,
  occasion: Occasion,
): Promise<HistoryFacts> {
  const { store } = deps;
  const { site_id, now } = occasion;
  // At once, so that a database at a distance is asked once and not ten times.
  const isMet = occasion.author_id !== null;
  const [blocks, anyIpBlock, known, ages, authors, near, namesakes, alike] = await Promise.all([
    blocksInForce(deps, occasion),
    occasion.author.ip === null ? store.blocks.hasIpBlocks(site_id, now) : false,
    authorHistory(deps, occasion),
    recentAges(deps, occasion, 'author_ip'),
    store.comments.countAuthorsOfText(site_id, {
      fingerprint: occasion.marks.fingerprint,
      since: secondsBefore(now, CAMPAIGN_WINDOW_SECONDS),
      except: occasion.author_id,
    }),
    nearTexts(deps, occasion),
    namesakeApproved(deps, occasion),
    isMet ? [] : resemblances(deps, occasion),
  ]);
  return {
    thread: threadFacts(occasion),
    blocks: blocks.map(({ id, kind, mode }) => ({ id, kind, mode })),
    ip_blocks_in_force: anyIpBlock,
    rejected_by_person: occasion.edited?.rejected_by_person ?? false,
    ...known,
    resembles_blocked:
      isMet && known.approved_count === 0 ? await resemblances(deps, occasion) : alike,
    recent_ages_ip: ages,
    same_text_authors: authors,
    ...near,
    namesake_approved: namesakes,
  };
}

function threadFacts({ thread, now }: Occasion): HistoryFacts['thread'] {
  return {
    open: thread.closed_at === null,
    premoderated: thread.premoderated_at !== null,
    section: thread.section,
    age_days: secondsBetween(thread.created_at, now) / SECONDS_PER_DAY,
  };
}

/** How known the authors are whose name reads the same. */
async function namesakeApproved(
  { store }: Pick<Deps, 'store'>,
  { site_id, author_id, author }: Occasion,
): Promise<number> {
  const ids = await store.authors.namesakes(site_id, {
    folded_name: foldedName(author.name),
    except: author_id,
  });
  return store.comments.countApproved(site_id, ids);
}

async function blocksInForce(
  deps: Pick<Deps, 'store'>,
  { site_id, author_id, author, now }: Occasion,
): Promise<readonly Block[]> {
  const identifiers = {
    author_id,
    name: foldedName(author.name),
    email: author.email === null ? null : emailKey(author.email),
    email_domain: author.email === null ? null : emailDomain(author.email),
    ip: author.ip === null ? null : ipDigits(author.ip),
  };
  return deps.store.blocks.inForce(site_id, identifiers, now);
}

type AuthorFacts = Pick<
  HistoryFacts,
  'approved_count' | 'recent_ages' | 'outcome_ages' | 'strike_ages' | 'same_text_age' | 'reports'
>;

const NO_HISTORY: AuthorFacts = {
  approved_count: 0,
  recent_ages: [],
  outcome_ages: { approved: [], rejected: [] },
  strike_ages: [],
  same_text_age: null,
  reports: { comments: 0, reporters: 0 },
};

async function authorHistory(
  deps: Pick<Deps, 'store'>,
  occasion: Occasion,
): Promise<AuthorFacts> {
  const { site_id, author_id, marks, edited, now } = occasion;
  if (author_id === null) return NO_HISTORY;
  const [same, approved, own, ages, reports] = await Promise.all([
    deps.store.comments.lastSameText(site_id, {
      author_id,
      fingerprint: marks.fingerprint,
      since: secondsBefore(now, REPEAT_WINDOW_SECONDS),
      except: edited?.id ?? null,
    }),
    deps.store.comments.countApproved(site_id, [author_id]),
    record(deps, occasion, author_id),
    recentAges(deps, occasion, 'author_id'),
    deps.store.reports.againstAuthor(site_id, {
      author_id,
      since: secondsBefore(now, OUTCOMES_WINDOW_SECONDS),
      limit: REPORTS_OF_AUTHOR_MAX,
    }),
  ]);
  return {
    approved_count: approved,
    ...own,
    recent_ages: ages,
    same_text_age: same === null ? null : secondsBetween(same, now),
    reports,
  };
}

/** How the latest comments stand, and strikes: whoever has none rejected is not asked for those. */
async function record(
  { store }: Pick<Deps, 'store'>,
  { site_id, now }: Occasion,
  authorId: string,
): Promise<Pick<HistoryFacts, 'outcome_ages' | 'strike_ages'>> {
  const outcomes = await store.comments.recentStatuses(site_id, {
    author_id: authorId,
    since: secondsBefore(now, OUTCOMES_WINDOW_SECONDS),
  });
  const ages = (status: Status): readonly number[] =>
    outcomes
      .filter((each) => each.status === status)
      .map(({ received_at }) => daysSince(received_at, now));
  const against = outcomes.some(({ status }) => status === 'rejected' || status === 'deleted');
  const since = secondsBefore(now, STRIKE_DAYS_MAX * SECONDS_PER_DAY);
  const strikes = against ? await store.standing.strikes(site_id, authorId, since) : [];
  return {
    outcome_ages: { approved: ages('approved'), rejected: ages('rejected') },
    strike_ages: strikes.map(({ decided_at }) => daysSince(decided_at, now)),
  };
}

/** In tenths of a day: facts are kept with every decision, and nobody decays by the hour. */
function daysSince(time: string, now: string): number {
  return Math.round((secondsBetween(time, now) / SECONDS_PER_DAY) * 10) / 10;
}

/** Ages in seconds of the latest comments by the same author or IP. An edit is not a new post. */
async function recentAges(
  deps: Pick<Deps, 'store'>,
  { site_id, author_id, author, edited, now }: Occasion,
  by: 'author_id' | 'author_ip',
): Promise<readonly number[]> {
  const value = by === 'author_id' ? author_id : author.ip;
  if (value === null || edited !== null) return [];
  const times = await deps.store.comments.recentTimes(site_id, {
    by,
    value,
    since: secondsBefore(now, RECENT_WINDOW_SECONDS),
  });
  return times.map((time) => secondsBetween(time, now));
}
