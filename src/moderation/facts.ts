import type { Scores } from '../classifier/classifier.js';
import type { BlockKind, BlockMode } from '../domain/block.js';
import type { OutsideFact } from '../domain/outside-scores.js';
import type { Resemblance } from '../domain/resemblance.js';
import { type ReadText, readText } from './read-text.js';

/** A block in force that names this comment's author, or an identifier that came with it. */
export interface BlockFact {
  readonly id: string;
  readonly kind: BlockKind;
  readonly mode: BlockMode;
}

/** What the store knows when a comment is judged. Small, plain, and kept with the decision. */
export interface HistoryFacts {
  readonly thread: {
    readonly open: boolean;
    readonly premoderated: boolean;
    /** The part of the publication that it stands in; null where the CMS names none. */
    readonly section: string | null;
    /** Since the site met it. */
    readonly age_days: number;
  };
  /** Blocks in force that apply; identifiers that did not come with the comment match nothing. */
  readonly blocks: readonly BlockFact[];
  /** The site has an IP block in force, so a comment without an IP could not be checked. */
  readonly ip_blocks_in_force: boolean;
  /** An edit of a comment that a person rejected. */
  readonly rejected_by_person: boolean;
  /** Of the author, before this comment. */
  readonly approved_count: number;
  /**
   * Seconds between each of the author's latest comments and this one, newest first, at most
   * `RECENT_COMMENTS_MAX`, none older than `RECENT_WINDOW_SECONDS`.
   */
  readonly recent_ages: readonly number[];
  /** The same for comments from the same IP; empty when no IP came. */
  readonly recent_ages_ip: readonly number[];
  /** Seconds since the author last posted the same text (by fingerprint); null when never. */
  readonly same_text_age: number | null;
  /** Other authors who posted the same text within `CAMPAIGN_WINDOW_SECONDS`. */
  readonly same_text_authors: number;
  /**
   * Seconds since the author last posted a text that is the same or nearly so (by sketch), at most
   * `REPEAT_WINDOW_SECONDS`; null when never, and for a text too short to tell.
   */
  readonly near_text_age: number | null;
  /** Other authors of such texts within `CAMPAIGN_WINDOW_SECONDS`. */
  readonly near_text_authors: number;
  /**
   * Days since each of the author's latest comments came in, newest first, by how they now stand:
   * at most `OUTCOMES_MAX` together, and none older than `OUTCOMES_WINDOW_SECONDS`.
   */
  readonly outcome_ages: {
    readonly approved: readonly number[];
    readonly rejected: readonly number[];
  };
  /**
   * The author's comments of the last `OUTCOMES_WINDOW_SECONDS` that readers reported, and how many
   * readers did. Reports that a person answered with an approval do not count.
   */
  readonly reports: { readonly comments: number; readonly reporters: number };
  /** Approved comments of other authors whose name reads the same. */
  readonly namesake_approved: number;
  /**
   * Days since each of the author's strikes, newest first. Not looked for where none of the latest
   * comments, those of `outcome_ages`, was rejected or withdrawn.
   */
  readonly strike_ages: readonly number[];
  /** By what an author without approved comments looks like one who is blocked. */
  readonly resembles_blocked: readonly Resemblance[];
}

/** Everything known when one comment is judged. Pure data: rules do no I/O. */
export interface Facts {
  readonly body: string;
  readonly shadow: ReadText;
  readonly author_name: string;
  readonly author_name_shadow: ReadText;
  readonly author_email: string | null;
  readonly author_url: string | null;
  readonly author_ip: string | null;
  readonly user_agent: string | null;
  readonly locale: string | null;
  /** `EMPTY_HISTORY` for a preview of a bare text; the same rules run either way. */
  readonly history: HistoryFacts;
  /** Null where the instance has no classifier; empty where it could not score the text. */
  readonly scores: Scores | null;
  /** What a scorer outside of the service said of the text; null where none was asked. */
  readonly outside: OutsideFact;
}

/** Everything known of a text and whose it is, before the site's history and a classifier speak. */
export type TextFacts = Omit<Facts, 'history' | 'scores'>;

/**
 * Reads a text once for all rules: whatever they look at is folded here. Nobody outside was asked
 * about it yet.
 */
export function textFacts(text: {
  readonly body: string;
  readonly author: {
    readonly name: string;
    readonly email: string | null;
    readonly url: string | null;
    readonly ip: string | null;
    readonly user_agent: string | null;
  };
  readonly locale: string | null;
}): TextFacts {
  return {
    body: text.body,
    shadow: readText(text.body, text.locale),
    author_name: text.author.name,
    author_name_shadow: readText(text.author.name, text.locale),
    author_email: text.author.email,
    author_url: text.author.url,
    author_ip: text.author.ip,
    user_agent: text.author.user_agent,
    locale: text.locale,
    outside: null,
  };
}

/** Nothing on record: an open thread, a new author, no blocks. For texts that have no history. */
export const EMPTY_HISTORY: HistoryFacts = {
  thread: { open: true, premoderated: false, section: null, age_days: 0 },
  blocks: [],
  ip_blocks_in_force: false,
  rejected_by_person: false,
  approved_count: 0,
  recent_ages: [],
  recent_ages_ip: [],
  same_text_age: null,
  same_text_authors: 0,
  near_text_age: null,
  near_text_authors: 0,
  outcome_ages: { approved: [], rejected: [] },
  reports: { comments: 0, reporters: 0 },
  namesake_approved: 0,
  strike_ages: [],
  resembles_blocked: [],
};

/** History as it is stored with a decision, by this version of the service or an older one. */
export type StoredHistory = Partial<Omit<HistoryFacts, 'thread'>> & {
  readonly thread?: Partial<HistoryFacts['thread']>;
};

/**
 * History as rules read it, from what an older version may have stored: what was not known then
 * is as on an empty record.
 */
export function historyFrom(stored: StoredHistory): HistoryFacts {
  const thread = { ...EMPTY_HISTORY.thread, ...stored.thread };
  return { ...EMPTY_HISTORY, ...stored, thread };
}

/** What an outside scorer said, as it is stored; older versions of the service asked none. */
export function outsideFrom(stored: OutsideFact | undefined): OutsideFact {
  return stored ?? null;
}
