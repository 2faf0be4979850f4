import { gradedWords } from '../graded-words.js';

export const slur = gradedWords({
  id: 'slur',
  grade: 'slur',
  reason: 'hate.slur',
  description:
    'Finds words that exist to insult people for their origin, religion, sex or disability.',
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
});
