import { gradedWords } from '../graded-words.js';

export const mildProfanity = gradedWords({
  id: 'mild_profanity',
  grade: 'mild',
  reason: 'profanity.mild',
  description:
    'Finds words such as "hell", "damn", "crap" and "bloody", which pass by default.',
  defaults: { enabled: true, action: 'approve', on_unknown: 'hold' },
});
