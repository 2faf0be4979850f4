import { gradedWords } from '../graded-words.js';

export const sexualLanguage = gradedWords({
  id: 'sexual_language',
  grade: 'sexual',
  reason: 'sexual.explicit',
  description:
    'Finds coarse sexual words; the words of medicine and education are not among them.',
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
});
