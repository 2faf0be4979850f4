import type { Ground, LearntTerm, SiteModel, SiteTrial } from '../../domain/site-model.js';
import { HOUSE_LESSONS_MIN, HOUSE_LESSONS_OF_A_KIND_MIN } from '../../limits.js';
import { type Feature, featuresOf } from './evidence.js';
import { lessonWeights, type Scale, scaleOf, weightsOf } from './fit.js';
import { type HouseLayer, houseLayer } from './layer.js';
import { type HouseText, type Lesson, type Names, teaching } from './lesson.js';
import { HOUSE_HOLD_AT, rounded, tried } from './trial.js';

/** The earlier part of the decisions teaches, the later part tests. */
const EARLIER_SHARE = 0.8;
/** Later decisions of either kind; with fewer a test says nothing. */
const LATER_OF_A_KIND_MIN = 5;
/** Decisions since a version was learnt that tell whether it still is right. */
const SINCE_MIN = 40;
/** Of what it would have held, so much must have been rejected. */
const HELD_REJECTED_SHARE_MIN = 0.5;
/** Of what stands approved it may hold so much: it is not there to close the discussion. */
const PASSING_HELD_SHARE_MAX = 0.05;
/** So few comments are no share of anything. */
const PASSING_HELD_MIN = 5;
/** In nats, at the least: less would be a layer for its own sake. */
const GAIN_MIN = 0.005;
/** Weights below this move nothing. */
const WEIGHT_MIN = 0.02;

/** What there is to learn from. */
export interface Lessons {
  /** Oldest first. */
  readonly lessons: readonly Lesson[];
  readonly last_decision_id: string | null;
  /** Texts that stand approved and that no person decided about. */
  readonly passing: readonly HouseText[];
  readonly names: Names;
}

/** What was learnt: all of a version but its number and who made it. */
export type Learnt = Pick<SiteModel, 'ground' | 'record' | 'slope' | 'offset' | 'terms'>;

const UNTAUGHT = { slope: 1, offset: 0, terms: [] } as const;

/**
 * Learns from moderators' decisions what a site rejects, beyond what the shipped model sees. What
 * is learnt from the earlier decisions is tried on the later ones; what is kept is learnt from
 * all. Deterministic. Gives way at each yield.
 */
export function* learn(given: Lessons): Generator<undefined, Learnt> {
  const lessons = teaching(given.lessons);
  const rejected = lessons.filter((lesson) => lesson.rejected).length;
  const counts = {
    read: given.lessons.length,
    used: lessons.length,
    approved: lessons.length - rejected,
    rejected,
    moderators: new Set(lessons.map(({ moderator }) => moderator)).size,
    authors: new Set(lessons.map(({ author }) => author)).size,
    last_decision_id: given.last_decision_id,
  };
  const untested = { trial: null, passing: { read: 0, held: 0 } };
  const few = tooFew(lessons);
  if (few !== null) return { ...UNTAUGHT, ground: few, record: { ...counts, ...untested } };

  const split = Math.floor(lessons.length * EARLIER_SHARE);
  const early = yield* taught(lessons.slice(0, split), given.names);
  const trial = tried(early.layer, early.scale, lessons.slice(split));
  const { scale, terms, layer } = yield* taught(lessons, given.names);
  const held = given.passing.filter((text) => layer.probability(text) >= HOUSE_HOLD_AT).length;
  const passing = { read: given.passing.length, held };
  return {
    ground: groundOf(trial, passing, terms),
    record: { ...counts, trial, passing },
    ...scale,
    terms,
  };
}

/**
 * Whether a version has foretold what was decided since it was learnt better than the shipped
 * model alone; true while that is too little to tell.
 */
export function holdsUp(model: SiteModel, { lessons }: Pick<Lessons, 'lessons'>): boolean {
  const last = model.record.last_decision_id ?? '';
  const since = teaching(lessons).filter(({ decision_id }) => decision_id > last);
  const tells = since.length >= SINCE_MIN && ofEachKind(since, LATER_OF_A_KIND_MIN);
  return !tells || tried(houseLayer(model), model, since).gain > 0;
}

/** Too few of a kind are too few wherever the decisions are split. */
function tooFew(lessons: readonly Lesson[]): Ground | null {
  if (lessons.length < HOUSE_LESSONS_MIN) return 'too_few_decisions';
  const later = lessons.slice(Math.floor(lessons.length * EARLIER_SHARE));
  const enough =
    ofEachKind(lessons, HOUSE_LESSONS_OF_A_KIND_MIN) && ofEachKind(later, LATER_OF_A_KIND_MIN);
  return enough ? null : 'too_few_of_a_kind';
}

function ofEachKind(lessons: readonly Lesson[], least: number): boolean {
  const rejected = lessons.filter((lesson) => lesson.rejected).length;
  return rejected >= least && lessons.length - rejected >= least;
}

interface Taught {
  readonly scale: Scale;
  readonly terms: readonly LearntTerm[];
  readonly layer: HouseLayer;
}

function* taught(lessons: readonly Lesson[], names: Names): Generator<undefined, Taught> {
  const fitted = yield* scaleOf(lessons, lessonWeights(lessons));
  const scale = { slope: rounded(fitted.slope), offset: rounded(fitted.offset) };
  const features = (yield* featuresOf(lessons)).filter(({ words }) =>
    words.every((word) => names.has(word)),
  );
  const weights = yield* weightsOf(lessons, features, scale);
  const terms = features
    .map((feature, at) => termOf(feature, weights[at] as number, names))
    .filter(({ weight }) => Math.abs(weight) >= WEIGHT_MIN)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { scale, terms, layer: houseLayer({ version: 0, ...scale, terms }) };
}

function termOf(feature: Feature, weight: number, names: Names): LearntTerm {
  return {
    term: feature.words.map((word) => names.get(word)).join(' '),
    weight: rounded(weight),
    rejected: feature.rejected,
    decided: feature.lessons.length,
  };
}

function groundOf(
  trial: SiteTrial,
  passing: { readonly read: number; readonly held: number },
  terms: readonly LearntTerm[],
): Ground {
  if (terms.length === 0) return 'nothing_learnt';
  const worse = trial.house.roc_auc < trial.shipped.roc_auc;
  if (trial.gain_at_least < GAIN_MIN || worse) return 'not_better';
  const wrong = trial.held_rejected < trial.held * HELD_REJECTED_SHARE_MIN;
  const most = Math.max(PASSING_HELD_MIN, passing.read * PASSING_HELD_SHARE_MAX);
  const many = passing.held > most;
  return wrong || many ? 'holds_too_much' : 'better';
}
