import { describe, expect, it } from 'vitest';

import { type Feature, featuresOf } from '../../../src/moderation/house/evidence.js';
import { scaleOf, SHIFT_MAX, weightsOf } from '../../../src/moderation/house/fit.js';
import type { Lesson } from '../../../src/moderation/house/lesson.js';

/** Two keys that are counted in one place before they are told apart. */
const [WORD, ALIKE] = [7, 7 + (1 << 20)];

/** Texts that have a word, or several, with how many of them were rejected. */
const lessonsOf = (
  word: number,
  { texts, rejected }: { readonly texts: number; readonly rejected: number },
): readonly Lesson[] =>
  Array.from({ length: texts }, (_, at) => ({
    // A word of its own for each text keeps pairs apart.
    words: Int32Array.from([word, word * 1_000 + at + 1_000_000]),
    base: -3,
    decision_id: `dec_${at}`,
    rejected: at < rejected,
    moderator: `moderator ${at % 3}`,
    author: `author ${at}`,
    fingerprint: `${word} ${at}`,
  }));

function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const others = lessonsOf(1, { texts: 90, rejected: 30 });
const featureOf = (word: number, lessons: readonly Lesson[]): Feature | undefined =>
  finished(featuresOf([...others, ...lessons])).find(({ words }) => words.join() === `${word}`);

describe('A word', () => {
  it.each([
    ['always rejected speaks for a rejection', { texts: 12, rejected: 12 }, [true, false]],
    ['never rejected speaks for an approval', { texts: 30, rejected: 0 }, [false, true]],
    ['treated as all others says nothing', { texts: 30, rejected: 10 }, undefined],
    ['in four texts is not looked at', { texts: 4, rejected: 4 }, undefined],
  ])('that is %s', (_, said, expected) => {
    const feature = featureOf(WORD, lessonsOf(WORD, said));
    expect(feature && [feature.may_raise, feature.may_lower]).toEqual(expected);
  });

  it('is told with how many texts have it, and how many of them were rejected', () => {
    const feature = featureOf(WORD, lessonsOf(WORD, { texts: 15, rejected: 14 }));
    expect([feature?.lessons.length, feature?.rejected]).toEqual([15, 14]);
  });

  it('in few texts is not looked at either where another shares its place', () => {
    const few = { texts: 4, rejected: 4 };
    expect(featureOf(WORD, [...lessonsOf(WORD, few), ...lessonsOf(ALIKE, few)])).toBeUndefined();
  });

  it.each([
    ['one moderator', { moderator: 'one' }],
    ['one author', { author: 'one' }],
  ])('says nothing where all of it is of %s', (_, change) => {
    const lessons = lessonsOf(WORD, { texts: 20, rejected: 20 });
    const known = lessons.map((lesson) => ({ ...lesson, ...change }));
    expect(featureOf(WORD, known)).toBeUndefined();
  });
});

describe('The weight of a word', () => {
  const lessons = [
    ...others,
    ...lessonsOf(WORD, { texts: 400, rejected: 400 }),
    ...lessonsOf(8, { texts: 400, rejected: 0 }),
  ];
  const counts = Float64Array.from(lessons, () => 1);
  const features = finished(featuresOf(lessons));
  const weighed = (change: Partial<Feature> = {}): ReadonlyMap<string, number> => {
    const changed = features.map((feature) => ({ ...feature, ...change }));
    const scale = finished(scaleOf(lessons, counts));
    const weights = finished(weightsOf(lessons, changed, scale));
    return new Map(changed.map(({ words }, at) => [words.join(), weights[at] as number]));
  };

  it('goes in the direction in which moderators decided, and no further than it may', () => {
    expect(weighed().get('7')).toBe(SHIFT_MAX / 2);
    expect(weighed().get('8')).toBe(-SHIFT_MAX / 2);
  });

  it('is nothing in a direction that it may not speak for', () => {
    expect(weighed({ may_raise: false }).get('7')).toBe(0);
    expect(weighed({ may_lower: false }).get('8')).toBe(0);
  });
});

describe('The shipped model’s scale', () => {
  const scaled = (told: readonly (readonly [base: number, rejected: boolean])[]) => {
    const lessons = told.map(([base, rejected]) => {
      const [lesson] = lessonsOf(1, { texts: 1, rejected: rejected ? 1 : 0 });
      return { ...(lesson as Lesson), base };
    });
    return finished(scaleOf(lessons, Float64Array.from(lessons, () => 1)));
  };
  const many = (count: number, base: number, rejected: boolean) =>
    Array.from({ length: count }, () => [base, rejected] as const);

  it('fits how often a site rejects', () => {
    const { slope, offset } = scaled([...many(75, -3, false), ...many(25, -3, true)]);
    expect(slope * -3 + offset).toBeCloseTo(Math.log(1 / 3), 2);
  });

  it('never turns the model about, and believes it only a little more than it claims', () => {
    expect(scaled([...many(50, 3, false), ...many(50, -3, true)]).slope).toBe(0);
    expect(scaled([...many(500, 1, true), ...many(500, -1, false)]).slope).toBe(1.5);
  });
});
