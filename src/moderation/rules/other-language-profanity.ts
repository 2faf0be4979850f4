import { gradedWords } from '../graded-words.js';

export const otherLanguageProfanity = gradedWords({
  id: 'other_language_profanity',
  grade: 'other_language',
  reason: 'profanity.other_language',
  description:
    'Finds offensive words of other languages than English, in comments written in them.',
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
});
