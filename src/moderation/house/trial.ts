import type { Figures, SiteTrial } from '../../domain/site-model.js';
import { lessonWeights, probabilityOf, type Scale } from './fit.js';
import type { HouseLayer } from './layer.js';
import type { Lesson } from './lesson.js';

/** From which probability on the rule holds, where a policy says nothing else. */
export const HOUSE_HOLD_AT = 0.7;
/** The one-sided 5 % point of the normal distribution. */
const SURE = 1.645;
/** Probabilities are kept from 0 and 1, where a single miss would outweigh everything. */
const PROBABILITY_MIN = 0.001;

/**
 * Lets a layer foretell decisions that it was not taught, beside the shipped model alone, which is
 * scaled to the site as the layer is. Differences are paired; a moderator counts as in learning.
 */
export function tried(layer: HouseLayer, scale: Scale, later: readonly Lesson[]): SiteTrial {
  const weights = lessonWeights(later);
  const shipped = later.map(({ base }) => probabilityOf(scale.slope * base + scale.offset));
  const house = later.map((lesson) => layer.probability(lesson));
  const held = later.filter((_, at) => (house[at] as number) >= HOUSE_HOLD_AT);
  const gains = later.map(
    (lesson, at) => lossOf(lesson, shipped[at] as number) - lossOf(lesson, house[at] as number),
  );
  const { mean, error } = meanOf(gains, weights);
  return {
    decisions: later.length,
    rejected: later.filter(({ rejected }) => rejected).length,
    shipped: figuresOf(later, shipped, weights),
    house: figuresOf(later, house, weights),
    gain: rounded(mean),
    gain_at_least: rounded(mean - SURE * error),
    held: held.length,
    held_rejected: held.filter(({ rejected }) => rejected).length,
  };
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function lossOf({ rejected }: Lesson, probability: number): number {
  const right = rejected ? probability : 1 - probability;
  return -Math.log(Math.min(Math.max(right, PROBABILITY_MIN), 1 - PROBABILITY_MIN));
}

function meanOf(values: readonly number[], weights: Float64Array) {
  let [sum, total, squares] = [0, 0, 0];
  for (const [at, value] of values.entries()) {
    const weight = weights[at] as number;
    sum += weight * value;
    total += weight;
  }
  const mean = sum / total;
  for (const [at, value] of values.entries()) {
    squares += ((weights[at] as number) * (value - mean)) ** 2;
  }
  return { mean, error: Math.sqrt(squares) / total };
}

function figuresOf(
  lessons: readonly Lesson[],
  probabilities: readonly number[],
  weights: Float64Array,
): Figures {
  const losses = lessons.map((lesson, at) => lossOf(lesson, probabilities[at] as number));
  return {
    log_loss: rounded(meanOf(losses, weights).mean),
    roc_auc: rounded(rocAuc(lessons, probabilities)),
  };
}

/** By ranks (Mann and Whitney 1947); ties count half. */
function rocAuc(lessons: readonly Lesson[], probabilities: readonly number[]): number {
  const order = lessons
    .map(({ rejected }, at) => ({ rejected, probability: probabilities[at] as number }))
    .sort((a, b) => a.probability - b.probability);
  let [ranks, rejected] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to]?.probability === order[from]?.probability && to < order.length) to += 1;
    const ofRank = order.slice(from, to).filter((each) => each.rejected).length;
    ranks += (ofRank * (from + 1 + to)) / 2;
    rejected += ofRank;
    from = to;
  }
  const approved = order.length - rejected;
  return (ranks - (rejected * (rejected + 1)) / 2) / (rejected * approved);
}
