import { gradedWords } from '../graded-words.js';

export const possibleSlur = gradedWords({
  id: 'possible_slur',
  grade: 'possible_slur',
  reason: 'hate.possible_slur',
  description:
    'Finds words that are slurs in one sense and innocent in another, for a person to decide.',
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
});
