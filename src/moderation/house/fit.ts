import type { Feature } from './evidence.js';
import type { Lesson } from './lesson.js';
import { moderatorsOf } from './moderators.js';

/** All that words may add to the shipped model's logit or take from it: odds times or by 55. */
export const SHIFT_MAX = 4;
/** One word alone may do half of it. */
const WEIGHT_MAX = SHIFT_MAX / 2;
/** How firmly weights are held to 0, and the slope to 1. */
const PRIOR = 1;
/** Enough to have a step where all is said already. */
const LEVEL_PRIOR = 0.01;
const SLOPE_MAX = 1.5;
/** Passes over all words; after these hardly a weight moves. */
const SWEEPS = 12;
/** A step of Newton's may overshoot where the curve is flat. */
const STEP_MAX = 1;
const SCALE_TURNS = 30;

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
 * Platt's scaling, a step of Newton's for the slope and one for the level in turn: the shipped
 * model at this site's rate of rejections. The slope lies between 0, for what the model finds
 * worse a site does not find better, and a little more than the model itself claims. Gives way at
 * each yield.
 */
export function* scaleOf(
  lessons: readonly Lesson[],
  weights: Float64Array,
): Generator<undefined, Scale> {
  let [sum, total, rejected] = [0, 0, 0];
  for (const [at, lesson] of lessons.entries()) {
    const weight = weights[at] as number;
    sum += weight * lesson.base;
    total += weight;
    if (lesson.rejected) rejected += weight;
  }
  const usual = sum / total;
  let slope = 1;
  let level = Math.log((rejected + 1) / (total - rejected + 1));
  /** One step for a parameter by which each logit grows as `growth` says. */
  const step = (growth: (base: number) => number, prior: number, pull: number): number => {
    let [gradient, curve] = [pull, prior];
    for (const [at, lesson] of lessons.entries()) {
      const by = growth(lesson.base);
      const p = probabilityOf(slope * (lesson.base - usual) + level);
      gradient += (weights[at] as number) * by * ((lesson.rejected ? 1 : 0) - p);
      curve += (weights[at] as number) * by * by * p * (1 - p);
    }
    return within(gradient / curve);
  };
  for (let turn = 0; turn < SCALE_TURNS; turn += 1) {
    const by = step((base) => base - usual, PRIOR, PRIOR * (1 - slope));
    slope = Math.min(SLOPE_MAX, Math.max(0, slope + by));
    yield;
    level += step(() => 1, LEVEL_PRIOR, 0);
    yield;
  }
  return { slope, offset: level - slope * usual };
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
