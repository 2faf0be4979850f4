import { type Static, Type } from '@sinclair/typebox';

import type { ReasonCode } from '../../domain/reasons.js';
import { HOUSE_HOLD_AT } from '../house/trial.js';
import { CLEAR, type Outcome, type Rule } from '../rule.js';

/** What classifiers of comments score (the attributes of Perspective and of Detoxify). */
const REASON_OF = {
  toxicity: 'conduct.likely_toxic',
  severe_toxicity: 'attack.likely_severe',
  insult: 'attack.likely_insult',
  profanity: 'profanity.likely',
  threat: 'threat.likely',
  identity_attack: 'hate.likely_attack',
  sexually_explicit: 'sexual.likely_explicit',
} as const satisfies Record<string, ReasonCode>;

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

// Chosen so that of ordinary newspaper talk about one comment in a hundred waits for the score
// alone; sexual words are left to the rule that knows those of medicine (npm run accuracy).
const settings = Type.Object({
  toxicity: thresholds(0.7, 'being rude enough to drive others out of the discussion'),
  severe_toxicity: thresholds(0.5, 'being hateful, aggressive or vicious'),
  insult: thresholds(0.7, 'insulting somebody'),
  profanity: thresholds(0.9, 'swearing'),
  threat: thresholds(0.5, 'threatening somebody'),
  identity_attack: thresholds(0.7, 'attacking people for belonging to a group'),
  sexually_explicit: thresholds(null, 'being sexually explicit'),
  house: thresholds(
    HOUSE_HOLD_AT,
    'being like what moderators of the site reject; there once they have decided enough',
  ),
});

interface Threshold {
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
  reasons: [REASON_OF.toxicity, ...Object.values(REASON_OF).slice(1), HOUSE_REASON],
  description:
    'Finds comments to which the classifier gives a high score, or which are like those that ' +
    'moderators of the site reject; says nothing where no classifier is loaded. ' +
    'A score alone holds, and rejects only where `reject_at` is set.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'approve' },
  compile: (section) => {
    const watched = SCORED_ATTRIBUTES.map((attribute) => thresholdOf(attribute, section)).filter(
      ({ hold_at, reject_at }) => Math.min(hold_at, reject_at) <= 1,
    );
    const house = thresholdOf('house', section);
    return ({ scores }) => {
      if (scores === null) return CLEAR;
      const found = [...outcomeOf(house, scores['house'] ?? 0)];
      let scored = 0;
      for (const each of watched) {
        const score = scores[each.attribute];
        if (score === undefined) continue;
        scored += 1;
        found.push(...outcomeOf(each, score));
      }
      if (scored > 0 || watched.length === 0) return found;
      return [...found, { kind: 'unknown', reason: REASON_OF.toxicity }];
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

function thresholdOf(attribute: LimitedScore, section: Static<typeof settings>): Threshold {
  const { hold_at, reject_at } = section[attribute];
  const reason = attribute === 'house' ? HOUSE_REASON : REASON_OF[attribute];
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
