import { CLEAR, type Rule } from '../rule.js';
import { outcomesOf, SCORE_REASONS, scoreSettings, watchedBy } from './classifier-scores.js';

// As models with a score for each attribute are mostly read; each has a scale of its own.
const settings = scoreSettings({
  toxicity: 0.9,
  severe_toxicity: 0.8,
  insult: 0.9,
  profanity: 0.95,
  threat: 0.8,
  identity_attack: 0.8,
  sexually_explicit: 0.9,
});

/**
 * Brings in the scores of a scorer outside of the service, by thresholds of its own: another model
 * has another scale. It only adds findings. What was asked and not answered waits by default,
 * because somebody decided that texts are read there before they are shown.
 */
export const outsideScores: Rule<typeof settings> = {
  id: 'outside_scores',
  standard: 'conduct',
  reasons: SCORE_REASONS,
  description:
    'Finds comments to which the outside scorer of the instance gives a high score; says nothing ' +
    'where none is configured, and none is asked about what is rejected anyway. A score alone ' +
    'holds, and rejects only where `reject_at` is set. Switched off, no text of the site is sent.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: (section) => {
    const watched = watchedBy(section);
    return ({ outside }) => {
      if (outside === null) return CLEAR;
      return outcomesOf(watched, outside === 'unavailable' ? {} : outside.scores);
    };
  },
};
