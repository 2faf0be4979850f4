import { type Static, Type } from '@sinclair/typebox';

import type { Scores } from '../../classifier/classifier.js';
import type { Attribute } from '../../domain/attribute.js';
import type { ReasonCode } from '../../domain/reasons.js';
import { HOUSE_HOLD_AT } from '../house/trial.js';
import { CLEAR, type Outcome, type Rule } from '../rule.js';
import { speaksOfWords } from '../speaks-of-words.js';

/** What classifiers of comments score (the attributes of Perspective and of Detoxify). */
const REASON_OF = {
  toxicity: 'conduct.likely_toxic',
  severe_toxicity: 'attack.likely_severe',
  insult: 'attack.likely_insult',
  profanity: 'profanity.likely',
  threat: 'threat.likely',
  identity_attack: 'hate.likely_attack',
  sexually_explicit: 'sexual.likely_explicit',
} as const satisfies Record<Attribute, ReasonCode>;

/** What a scorer can lead to, whichever it is; the first stands for one that gave no score. */
export const SCORE_REASONS = Object.values(REASON_OF) as [ReasonCode, ...ReasonCode[]];

export type ScoredAttribute = keyof typeof REASON_OF;

export const SCORED_ATTRIBUTES = Object.keys(REASON_OF) as readonly ScoredAttribute[];

/** The site's own: the probability that a moderator there would reject the comment. */
export const HOUSE_REASON = 'conduct.likely_rejected_here' satisfies ReasonCode;

/** Whatever has thresholds in the rule's section. */
export const LIMITED_SCORES = [...SCORED_ATTRIBUTES, 'house'] as const;
type LimitedScore = (typeof LIMITED_SCORES)[number];

/** The attribute whose score a reason is given for; null for a reason of another rule. */
export function attributeOf(reason: ReasonCode): ScoredAttribute | null {
  return SCORED_ATTRIBUTES.find((attribute) => REASON_OF[attribute] === reason) ?? null;
}

const threshold = (description: string) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, maximum: 1, description });

const thresholds = (hold_at: number | null, attribute: string) =>
  Type.Object(
    {
      hold_at: threshold('The score from which on `action` follows; null for never.'),
      reject_at: threshold('The score from which on the comment is rejected; null for never.'),
    },
    {
      additionalProperties: false,
      default: { hold_at, reject_at: null },
      description: `What follows from a score for ${attribute}, from 0 to 1.`,
    },
  );

/** The thresholds of a rule about scores, held from these on where a policy says nothing else. */
export const scoreSettings = (held: Readonly<Record<ScoredAttribute, number | null>>) =>
  Type.Object({
    toxicity: thresholds(held.toxicity, 'being rude enough to drive others out of the discussion'),
    severe_toxicity: thresholds(held.severe_toxicity, 'being hateful, aggressive or vicious'),
    insult: thresholds(held.insult, 'insulting somebody'),
    profanity: thresholds(held.profanity, 'swearing'),
    threat: thresholds(held.threat, 'threatening somebody'),
    identity_attack: thresholds(
      held.identity_attack,
      'attacking people for belonging to a group',
    ),
    sexually_explicit: thresholds(held.sexually_explicit, 'being sexually explicit'),
  });

// Chosen so that of ordinary newspaper talk about one comment in a hundred waits for the score
// alone; sexual words are left to the rule that knows those of medicine (npm run accuracy).
const settings = Type.Object({
  ...scoreSettings({
    toxicity: 0.7,
    severe_toxicity: 0.5,
    insult: 0.7,
    profanity: 0.9,
    threat: 0.5,
    identity_attack: 0.7,
    sexually_explicit: null,
  }).properties,
  house: thresholds(
    HOUSE_HOLD_AT,
    'being like what moderators of the site reject; there once they have decided enough',
  ),
});

export type ScoreSettings = Static<ReturnType<typeof scoreSettings>>;

export interface Threshold {
  readonly attribute: LimitedScore;
  readonly reason: ReasonCode;
  readonly hold_at: number;
  readonly reject_at: number;
}

/**
 * Brings in the scores of a classifier. It only adds findings, so a score can raise an action and
 * never lower one. A text that could not be scored passes by default: the other rules have read
 * it, and a publisher of several languages would else see one of them wait entirely.
 */
export const classifierScores: Rule<typeof settings> = {
  id: 'classifier_scores',
  standard: 'conduct',
  reasons: [...SCORE_REASONS, HOUSE_REASON],
  description:
    'Finds comments to which the classifier gives a high score, or which are like those that ' +
    'moderators of the site reject; says nothing where no classifier is loaded. ' +
    'A score alone holds, and rejects only where `reject_at` is set.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'approve' },
  compile: (section, { lexicon }) => {
    const watched = watchedBy(section);
    const house = thresholdOf('house', HOUSE_REASON, section.house);
    return ({ scores, body, shadow }) => {
      if (scores === null) return CLEAR;
      const here = outcomeOf(house, scores['house'] ?? 0);
      const found = outcomesOf(watched, scores);
      if (found.length === 0) return here;
      if (!speaksOfWords(lexicon, { body, shadow })) return [...found, ...here];
      const told = found.map((each): Outcome =>
        each.kind === 'match' ? { ...each, at_most: 'approve' } : each,
      );
      return [...told, ...here];
    };
  },
  gauges: (section, { scores }) =>
    LIMITED_SCORES.flatMap((attribute) => {
      const { hold_at } = section[attribute];
      const value = scores?.[attribute];
      return hold_at === null || value === undefined
        ? []
        : [{ setting: `${attribute}.hold_at`, value, limit: hold_at }];
    }),
};

/** The thresholds that a score can reach. */
export function watchedBy(section: ScoreSettings): readonly Threshold[] {
  return SCORED_ATTRIBUTES.map((attribute) =>
    thresholdOf(attribute, REASON_OF[attribute], section[attribute]),
  ).filter(({ hold_at, reject_at }) => Math.min(hold_at, reject_at) <= 1);
}

/** What follows from scores; unknown where none of what is watched was scored. */
export function outcomesOf(watched: readonly Threshold[], scores: Scores): readonly Outcome[] {
  if (watched.length === 0) return CLEAR;
  const found: Outcome[] = [];
  let scored = 0;
  for (const each of watched) {
    const score = scores[each.attribute];
    if (score === undefined) continue;
    scored += 1;
    found.push(...outcomeOf(each, score));
  }
  if (scored > 0) return found;
  return [{ kind: 'unknown', reason: REASON_OF.toxicity }];
}

function thresholdOf(
  attribute: LimitedScore,
  reason: ReasonCode,
  { hold_at, reject_at }: ScoreSettings[ScoredAttribute],
): Threshold {
  return { attribute, reason, hold_at: hold_at ?? Infinity, reject_at: reject_at ?? Infinity };
}

function outcomeOf(due: Threshold, score: number): readonly Outcome[] {
  const { attribute, reason, hold_at, reject_at } = due;
  if (score < hold_at && score < reject_at) return CLEAR;
  const match = {
    kind: 'match' as const,
    reason,
    field: 'body' as const,
    terms: [`${attribute} ${score.toFixed(2)}`],
  };
  return [score >= reject_at ? { ...match, action: 'reject' } : { ...match, at_most: 'hold' }];
}
