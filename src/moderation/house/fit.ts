import type { Feature } from './evidence.js';
import type { Lesson } from './lesson.js';
import { moderatorsOf } from './moderators.js';

/** All that words may add to the shipped model's logit or take from it: odds times or by 55. */
export const SHIFT_MAX = 4;
/** One word alone may do half of it. */
const WEIGHT_MAX = SHIFT_MAX / 2;
/** How firmly weights are held to 0: as firmly as by one decision that says nothing. */
const PRIOR = 1;
/** Held to the shipped model as it is, lightly. */
const SCALE_PRIOR = 0.01;
/** Passes over all words; after these hardly a weight moves. */
const SWEEPS = 12;
/** A step of Newton's may overshoot where the curve is flat. */
const STEP_MAX = 1;
const SCALE_STEPS = 30;

/** The shipped model's logit made to fit how often a site rejects: `slope` × logit + `offset`. */
export interface Scale {
  readonly slope: number;
  readonly offset: number;
}

export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What words add up to, within what they may. */
export const bounded = (shift: number): number =>
  Math.min(SHIFT_MAX, Math.max(-SHIFT_MAX, shift));

/** How much each lesson counts. */
export function lessonWeights(lessons: readonly Lesson[]): Float64Array {
  const { weights } = moderatorsOf(lessons);
  return Float64Array.from(lessons, ({ moderator }) => weights.get(moderator) as number);
}

/**
 * Platt's scaling by Newton's method: the shipped model at this site's rate of rejections. The
 * slope is never below 0: what the model finds worse, a site does not find better.
 */
export function scaleOf(lessons: readonly Lesson[], weights: Float64Array): Scale {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < SCALE_STEPS; step += 1) {
    const [gradient, curve] = [{ slope: SCALE_PRIOR * (1 - slope), offset: -SCALE_PRIOR * offset }, {
      slope: SCALE_PRIOR,
      both: 0,
      offset: SCALE_PRIOR,
    }];
    for (const [at, { base, rejected }] of lessons.entries()) {
      const p = probabilityOf(slope * base + offset);
      const weight = weights[at] as number;
      const wrong = weight * ((rejected ? 1 : 0) - p);
      const spread = weight * p * (1 - p);
      gradient.slope += wrong * base;
      gradient.offset += wrong;
      curve.slope += spread * base * base;
      curve.both += spread * base;
      curve.offset += spread;
    }
    const determinant = curve.slope * curve.offset - curve.both * curve.both;
    const bySlope = (curve.offset * gradient.slope - curve.both * gradient.offset) / determinant;
    const byOffset = (curve.slope * gradient.offset - curve.both * gradient.slope) / determinant;
    slope = Math.max(0, slope + within(bySlope));
    offset += within(byOffset);
  }
  return { slope, offset };
}

const within = (step: number): number => Math.min(STEP_MAX, Math.max(-STEP_MAX, step));

/**
 * The weight of each feature: logistic regression with an L2 prior on top of the scaled shipped
 * model, by cyclic coordinate descent (Genkin, Lewis and Madigan 2007). A feature that may not
 * speak for a direction has no weight there. The same lessons always give the same weights.
 * Gives way at each yield.
 */
export function* weightsOf(
  lessons: readonly Lesson[],
  features: readonly Feature[],
  scale: Scale,
): Generator<undefined, Float64Array> {
  const counts = lessonWeights(lessons);
  const logits = Float64Array.from(lessons, ({ base }) => scale.slope * base + scale.offset);
  const weights = new Float64Array(features.length);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const [index, feature] of features.entries()) {
      const before = weights[index] as number;
      let gradient = -PRIOR * before;
      let curve = PRIOR;
      for (const at of feature.lessons) {
        const p = probabilityOf(logits[at] as number);
        const count = counts[at] as number;
        gradient += count * ((lessons[at]?.rejected === true ? 1 : 0) - p);
        curve += count * p * (1 - p);
      }
      const after = allowed(feature, before + within(gradient / curve));
      weights[index] = after;
      for (const at of feature.lessons) logits[at] = (logits[at] as number) + after - before;
      yield;
    }
  }
  return weights;
}

function allowed({ may_raise, may_lower }: Feature, weight: number): number {
  const most = may_raise ? WEIGHT_MAX : 0;
  const least = may_lower ? -WEIGHT_MAX : 0;
  return Math.min(most, Math.max(least, weight));
}
