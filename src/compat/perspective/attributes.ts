import type { ScoreName } from '../../operations/scoring/scores.js';

/**
 * Attributes that Perspective documents or has documented, and which of our scores answers for
 * each; null for what nothing here measures. The experimental versions of the six are other models
 * of the same, and LIKELY_TO_REJECT is answered by what a site's own moderators have taught.
 */
const ANSWERED_BY: Readonly<Record<string, ScoreName | null>> = {
  TOXICITY: 'toxicity',
  TOXICITY_FAST: 'toxicity',
  TOXICITY_EXPERIMENTAL: 'toxicity',
  SEVERE_TOXICITY: 'severe_toxicity',
  SEVERE_TOXICITY_EXPERIMENTAL: 'severe_toxicity',
  IDENTITY_ATTACK: 'identity_attack',
  IDENTITY_ATTACK_EXPERIMENTAL: 'identity_attack',
  INSULT: 'insult',
  INSULT_EXPERIMENTAL: 'insult',
  PROFANITY: 'profanity',
  PROFANITY_EXPERIMENTAL: 'profanity',
  THREAT: 'threat',
  THREAT_EXPERIMENTAL: 'threat',
  SEXUALLY_EXPLICIT: 'sexually_explicit',
  LIKELY_TO_REJECT: 'house',
  FLIRTATION: null,
  ATTACK_ON_AUTHOR: null,
  ATTACK_ON_COMMENTER: null,
  ATTACK_ON_PUBLISHER: null,
  INCOHERENT: null,
  INFLAMMATORY: null,
  OBSCENE: null,
  OFF_TOPIC: null,
  SPAM: null,
  UNSUBSTANTIAL: null,
  AFFINITY_EXPERIMENTAL: null,
  COMPASSION_EXPERIMENTAL: null,
  CONSTRUCTIVE_EXPERIMENTAL: null,
  CURIOSITY_EXPERIMENTAL: null,
  NUANCE_EXPERIMENTAL: null,
  PERSONAL_STORY_EXPERIMENTAL: null,
  REASONING_EXPERIMENTAL: null,
  RESPECT_EXPERIMENTAL: null,
  ALIENATION_EXPERIMENTAL: null,
  FEARMONGERING_EXPERIMENTAL: null,
  GENERALIZATION_EXPERIMENTAL: null,
  MORAL_OUTRAGE_EXPERIMENTAL: null,
  POWER_APPEAL_EXPERIMENTAL: null,
  SCAPEGOATING_EXPERIMENTAL: null,
};

/** By name, because what a request names could be any member of any object. */
export const ATTRIBUTES: ReadonlyMap<string, ScoreName | null> = new Map(
  Object.entries(ANSWERED_BY),
);
