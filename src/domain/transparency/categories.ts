import type { Standard } from '../standard.js';
import type { Category, Keyword } from './form.js';

interface Filed {
  readonly category: Category;
  readonly keywords: readonly Keyword[];
}

const BY_STANDARD: Readonly<Record<Standard, Filed>> = {
  profanity: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] },
  personal_attack: {
    category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
    keywords: ['KEYWORD_CYBER_BULLYING_INTIMIDATION'],
  },
  hate: {
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    keywords: ['KEYWORD_HATE_SPEECH'],
  },
  threat: { category: 'STATEMENT_CATEGORY_VIOLENCE', keywords: [] },
  sexual: {
    category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    keywords: ['KEYWORD_ADULT_SEXUAL_MATERIAL'],
  },
  spam: {
    category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    keywords: ['KEYWORD_GOODS_SERVICES_NOT_PERMITTED'],
  },
  personal_information: {
    category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
    keywords: [],
  },
  off_limits: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] },
  conduct: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] },
  blocked: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] },
};

/** Under what a restriction is filed; docs/rights.md has the table. */
export function filedUnder(standard: Standard | null, illegal: boolean): Filed {
  if (standard !== null) return BY_STANDARD[standard];
  const category = illegal
    ? 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH'
    : 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC';
  return { category, keywords: [] };
}
