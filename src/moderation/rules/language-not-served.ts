import { Type } from '@sinclair/typebox';

import { languageOf } from '../ordinary.js';
import { CLEAR, type Rule } from '../rule.js';

const reason = 'off_limits.language';

const settings = Type.Object({
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), {
    maxItems: 200,
    default: [],
    description: 'The languages that moderators read, as ISO 639-1 has them; none for every one.',
  }),
});

export const languageNotServed: Rule<typeof settings> = {
  id: 'language_not_served',
  standard: 'off_limits',
  reasons: [reason],
  description: 'Finds comments in languages that the moderators do not read.',
  settings,
  // A few words tell no language, and most of them are harmless.
  defaults: { enabled: true, action: 'hold', on_unknown: 'approve' },
  compile: ({ languages }) => {
    if (languages.length === 0) return () => CLEAR;
    const served = new Set(languages);
    return ({ shadow }) => {
      const language = languageOf(shadow);
      if (language === null) return [{ kind: 'unknown', reason }];
      return served.has(language) ? CLEAR : [{ kind: 'match', reason, terms: [language] }];
    };
  },
};
