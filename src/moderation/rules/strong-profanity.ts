import { gradedWords } from '../graded-words.js';

export const strongProfanity = gradedWords({
  id: 'strong_profanity',
  grade: 'strong',
  reason: 'profanity.strong',
  description:
    'Finds swear words that a family newspaper would not print, however they are spelt.',
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
});
