import type { Deps } from '../../deps.js';
import { HOUSE_LESSONS_MAX, HOUSE_PAGE, HOUSE_PASSING_MAX } from '../../limits.js';
import type { Lessons } from '../../moderation/house/learn.js';
import {
  type HouseText,
  type Lesson,
  type Names,
  readHouseText,
} from '../../moderation/house/lesson.js';
import { readText } from '../../moderation/read-text.js';
import type { JudgedComment, RecordPlace } from '../../store/record-store.js';
import { OF_BLOCKED_AUTHOR } from '../blocking/take-down.js';
import type { Pace } from '../replaying/pace.js';

type Needs = Pick<Deps, 'store' | 'classifier'>;

interface Reading {
  readonly site_id: string;
  readonly pace: Pace;
  readonly names: Names;
}

/** What a site's record teaches: moderators' last words, and what passes without them. */
export async function gatherLessons(
  deps: Needs,
  of: Pick<Reading, 'site_id' | 'pace'>,
): Promise<Lessons> {
  const reading = { ...of, names: new Map<number, string>() };
  const { lessons, last_decision_id } = await decided(deps, reading);
  return {
    lessons: lessons.reverse(),
    last_decision_id,
    passing: await passing(deps, reading),
    names: reading.names,
  };
}

/** Newest first. What was rejected for its author's sake says nothing about its text. */
async function decided({ store, classifier }: Needs, { site_id, pace, names }: Reading) {
  const lessons: Lesson[] = [];
  let last: string | null = null;
  let before: string | null = null;
  for (;;) {
    const limit = Math.min(HOUSE_PAGE, HOUSE_LESSONS_MAX - lessons.length);
    const page = await store.lessons.page(site_id, { before, limit });
    last ??= page[0]?.decision_id ?? null;
    for (const { body, locale, action, author_id: author, reason, ...rest } of page) {
      if (reason?.startsWith(OF_BLOCKED_AUTHOR) === true) continue;
      const shadow = readText(body, locale);
      const { toxicity } = classifier.score(shadow, locale);
      const text = readHouseText(shadow, toxicity, names);
      const rejected = action === 'reject';
      lessons.push({ ...rest, ...text, rejected, author });
      if (pace.isOver()) await pace.giveWay();
    }
    before = page.at(-1)?.decision_id ?? null;
    if (page.length < limit || lessons.length >= HOUSE_LESSONS_MAX) break;
  }
  return { lessons, last_decision_id: last };
}

/** The newest texts that the engine approved and about which no person has decided. */
async function passing(
  { store, classifier }: Needs,
  { site_id, pace, names }: Reading,
): Promise<readonly HouseText[]> {
  const texts: HouseText[] = [];
  let before: RecordPlace | null = null;
  for (let read = 0; read < HOUSE_PASSING_MAX; read += HOUSE_PAGE) {
    const period = { from: null, to: null };
    const page: readonly JudgedComment[] = await store.record.judged(site_id, period, {
      before,
      limit: HOUSE_PAGE,
    });
    for (const { body, locale, judgement, person } of page) {
      // An empty text is one that was erased.
      if (body === '' || person !== null || judgement?.action !== 'approve') continue;
      const shadow = readText(body, locale);
      texts.push(readHouseText(shadow, classifier.score(shadow, locale)['toxicity'], names));
      if (pace.isOver()) await pace.giveWay();
    }
    before = page.at(-1) ?? null;
    if (before === null) break;
  }
  return texts;
}
