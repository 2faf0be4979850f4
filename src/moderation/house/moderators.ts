import type { Lesson } from './lesson.js';

/** Whoever has decided less has not shown yet how they decide. */
const KNOWN_DECISIONS_MIN = 20;
/** A moderator may always count for so many decisions, however few the others have made. */
const WEIGHED_DECISIONS_MIN = 100;

/** How much a lesson of each moderator counts, and whose word alone is not enough. */
export interface Moderators {
  /** By moderator, above 0 and at most 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** What these say must also be what the others say. */
  readonly doubted: ReadonlySet<string>;
}

/**
 * Nobody counts for more than the second most active moderator does. Where one person decides
 * nearly everything, that person is the house, and the others are in doubt; else each of them is.
 */
export function moderatorsOf(lessons: readonly Pick<Lesson, 'moderator'>[]): Moderators {
  const counts = new Map<string, number>();
  for (const { moderator } of lessons) counts.set(moderator, (counts.get(moderator) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  const alone =
    first !== undefined &&
    first[1] >= KNOWN_DECISIONS_MIN &&
    lessons.length - first[1] < KNOWN_DECISIONS_MIN;
  const most = alone ? first[1] : Math.max(second?.[1] ?? 0, WEIGHED_DECISIONS_MIN);
  return {
    weights: new Map(ranked.map(([name, count]) => [name, Math.min(1, most / count)])),
    doubted: new Set(ranked.slice(alone ? 1 : 0).map(([name]) => name)),
  };
}
