import { gradedWords } from '../graded-words.js';

export const possibleProfanity = gradedWords({
  id: 'possible_profanity',
  grade: 'possible',
  reason: 'profanity.possible',
  description:
    'Finds swear words that have innocent meanings too, for a person to decide.',
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
});
