import type { Deps } from '../../deps.js';
import type { TextMarks } from '../../domain/comment.js';
import { secondsBefore, secondsBetween } from '../../domain/time.js';
import {
  CAMPAIGN_AUTHORS_MAX,
  CAMPAIGN_WINDOW_SECONDS,
  REPEAT_WINDOW_SECONDS,
} from '../../limits.js';
import type { HistoryFacts } from '../../moderation/facts.js';
import { isNear, isNearAny } from '../../text/sketch.js';

interface NearQuery {
  readonly site_id: string;
  readonly author_id: string | null;
  readonly marks: TextMarks;
  readonly edited: { readonly id: string } | null;
  readonly now: string;
}

type NearFacts = Pick<HistoryFacts, 'near_text_age' | 'near_text_authors'>;

const NOBODY: NearFacts = { near_text_age: null, near_text_authors: 0 };

/**
 * Who posted a text like this one, and when: one look-up, a second where there is one, and none for
 * a text too short.
 */
export async function nearTexts(
  { store }: Pick<Deps, 'store'>,
  { site_id, author_id, marks, edited, now }: NearQuery,
): Promise<NearFacts> {
  const { sketch, near_key_1, near_key_2 } = marks;
  if (sketch === null) return NOBODY;
  const query = {
    near_key_1,
    near_key_2,
    since: secondsBefore(now, REPEAT_WINDOW_SECONDS),
    except: edited?.id ?? null,
  };
  if (!isNearAny(sketch, await store.comments.nearSketches(site_id, query))) return NOBODY;
  const candidates = await store.comments.nearTexts(site_id, query);
  const near = candidates.filter((each) => isNear(each.sketch, sketch));
  const own = near.filter((each) => each.author_id === author_id);
  const ages = own.map(({ received_at }) => secondsBetween(received_at, now));
  const since = secondsBefore(now, CAMPAIGN_WINDOW_SECONDS);
  const others = near.filter((each) => each.author_id !== author_id && each.received_at >= since);
  const authors = new Set(others.map((each) => each.author_id));
  return {
    near_text_age: ages.length === 0 ? null : Math.min(...ages),
    near_text_authors: Math.min(authors.size, CAMPAIGN_AUTHORS_MAX),
  };
}
