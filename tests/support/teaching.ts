import { learn, type Learnt, type Lessons } from '../../src/moderation/house/learn.js';
import { type Lesson, readHouseText } from '../../src/moderation/house/lesson.js';
import { readText } from '../../src/moderation/read-text.js';

const OPENINGS = ['I think', 'It seems that', 'Honestly', 'As a resident I say', 'Perhaps'];
const SUBJECTS = ['the bridge', 'our council', 'the new school', 'this harbour', 'the tram line'];
const VERBS = ['needs', 'deserves', 'costs', 'brings', 'promises'];
const OBJECTS = ['more money', 'some patience', 'better planning', 'a second look', 'new ideas'];
const ENDINGS = ['this year', 'in the end', 'for everybody', 'before the winter', 'at last'];

/** A civil sentence, another one for each number below 3,125. */
export function civil(number: number): string {
  const parts = [OPENINGS, SUBJECTS, VERBS, OBJECTS, ENDINGS];
  return parts.map((part, at) => part[Math.floor(number / 5 ** at) % 5]).join(' ');
}

/** A fixed order that has nothing to do with what is said; for numbers below 3,121. */
export const scattered = (number: number): number => (number * 1_741) % 3_121;

/** What a test says of a decision; the rest is an ordinary approval. */
export interface Taught {
  readonly body: string;
  readonly rejected?: boolean;
  readonly moderator?: string;
  readonly author?: string;
  readonly base?: number;
}

/** Decisions in their order, as they are read from the record. */
export function lessonsFrom(
  told: readonly Taught[],
  passing: readonly string[] = [],
): Lessons {
  const names = new Map<number, string>();
  const lessons = told.map((each, at): Lesson => {
    const text = readHouseText(readText(each.body, null), undefined, names);
    return {
      ...text,
      decision_id: `dec_${String(at).padStart(6, '0')}`,
      base: each.base ?? -3,
      rejected: each.rejected ?? false,
      moderator: each.moderator ?? `moderator ${Math.floor(at / 6) % 3}`,
      author: each.author ?? `author ${at}`,
      fingerprint: each.body.toLowerCase(),
    };
  });
  const read = passing.map((body) => readHouseText(readText(body, null), undefined, names));
  return { lessons, last_decision_id: lessons.at(-1)?.decision_id ?? null, passing: read, names };
}

/** Learns in one go. */
export function learntFrom(lessons: Lessons): Learnt {
  const work = learn(lessons);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** A newspaper that lets nobody name its rival, the Morning Herald: one comment in six does. */
export function rivalHouse(count = 300): readonly Taught[] {
  return Array.from({ length: count }, (_, at) => {
    const body = civil(scattered(at));
    const rejected = at % 6 === 3;
    return rejected ? { body: namingRival(body, at), rejected } : { body };
  });
}

/** The sentence with the rival's name in it, in one of several ways. */
export function namingRival(body: string, way: number): string {
  const ways = [
    `${body}, so the Morning Herald reports`,
    `The Morning Herald knows more. ${body}`,
    `${body}. I had it from the Morning Herald`,
    `Readers of the Morning Herald say: ${body}`,
    `${body}, but that is for the Morning Herald to tell`,
  ];
  return ways[Math.floor(way / 6) % ways.length] as string;
}
