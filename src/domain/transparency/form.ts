/**
 * A statement of reasons in the form of the EU's transparency database (schema v2, in force since
 * 1 July 2025; https://transparency.dsa.ec.europa.eu/page/api-documentation). The values that may
 * stand in it, as far as they can concern comments.
 */
const named = <const P extends string, const T extends readonly string[]>(prefix: P, names: T) =>
  names.map((name) => `${prefix}${name}`) as readonly `${P}${T[number]}`[];

export const VISIBILITIES = named('DECISION_VISIBILITY_', [
  'CONTENT_REMOVED',
  'CONTENT_DISABLED',
  'CONTENT_DEMOTED',
  'CONTENT_AGE_RESTRICTED',
  'CONTENT_INTERACTION_RESTRICTED',
  'CONTENT_LABELLED',
  'OTHER',
]);

export const MONETARIES = named('DECISION_MONETARY_', ['SUSPENSION', 'TERMINATION', 'OTHER']);

export const PROVISIONS = named('DECISION_PROVISION_', [
  'PARTIAL_SUSPENSION',
  'TOTAL_SUSPENSION',
  'PARTIAL_TERMINATION',
  'TOTAL_TERMINATION',
]);

export const ACCOUNTS = named('DECISION_ACCOUNT_', ['SUSPENDED', 'TERMINATED']);
export const ACCOUNT_TYPES = named('ACCOUNT_TYPE_', ['BUSINESS', 'PRIVATE']);

export const GROUNDS = named('DECISION_GROUND_', ['ILLEGAL_CONTENT', 'INCOMPATIBLE_CONTENT']);

export const CONTENT_TYPES = named('CONTENT_TYPE_', [
  'APP',
  'AUDIO',
  'IMAGE',
  'PRODUCT',
  'SYNTHETIC_MEDIA',
  'TEXT',
  'VIDEO',
  'OTHER',
]);

export const CATEGORIES = named('STATEMENT_CATEGORY_', [
  'ANIMAL_WELFARE',
  'CONSUMER_INFORMATION',
  'CYBER_VIOLENCE',
  'CYBER_VIOLENCE_AGAINST_WOMEN',
  'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'ILLEGAL_OR_HARMFUL_SPEECH',
  'INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'NOT_SPECIFIED_NOTICE',
  'OTHER_VIOLATION_TC',
  'PROTECTION_OF_MINORS',
  'RISK_FOR_PUBLIC_SECURITY',
  'SCAMS_AND_FRAUD',
  'SELF_HARM',
  'UNSAFE_AND_PROHIBITED_PRODUCTS',
  'VIOLENCE',
]);

export type Category = (typeof CATEGORIES)[number];

/** Those of the 69 that can concern a comment. */
export const KEYWORDS = named('KEYWORD_', [
  'ADULT_SEXUAL_MATERIAL',
  'COORDINATED_HARM',
  'COPYRIGHT_INFRINGEMENT',
  'CYBER_BULLYING_INTIMIDATION',
  'CYBER_HARASSMENT',
  'CYBER_HARASSMENT_AGAINST_WOMEN',
  'CYBER_INCITEMENT',
  'CYBER_STALKING',
  'DEFAMATION',
  'DISCRIMINATION',
  'GOODS_SERVICES_NOT_PERMITTED',
  'HATE_SPEECH',
  'HIDDEN_ADVERTISEMENT',
  'ILLEGAL_ORGANIZATIONS',
  'IMPERSONATION_ACCOUNT_HIJACKING',
  'INAUTHENTIC_ACCOUNTS',
  'INCITEMENT_VIOLENCE_HATRED',
  'LANGUAGE_REQUIREMENTS',
  'MISINFORMATION_DISINFORMATION',
  'NUDITY',
  'PHISHING',
  'PYRAMID_SCHEMES',
  'RIGHT_TO_BE_FORGOTTEN',
  'SELF_MUTILATION',
  'STALKING',
  'SUICIDE',
  'TERRORIST_CONTENT',
  'TRADEMARK_INFRINGEMENT',
  'OTHER',
]);

export type Keyword = (typeof KEYWORDS)[number];

export const SOURCES = named('SOURCE_', [
  'ARTICLE_16',
  'TRUSTED_FLAGGER',
  'TYPE_OTHER_NOTIFICATION',
  'VOLUNTARY',
]);

export const YES_NO = ['Yes', 'No'] as const;

export const AUTOMATED_DECISIONS = named('AUTOMATED_DECISION_', [
  'FULLY',
  'PARTIALLY',
  'NOT_AUTOMATED',
]);

/** A day, as `2026-11-24`. */
type Day = string;

/** A statement as it can be posted to `/api/v1/statements`. Holds no personal data. */
export interface TransparencyForm {
  readonly decision_visibility?: readonly (typeof VISIBILITIES)[number][];
  readonly decision_account?: (typeof ACCOUNTS)[number];
  readonly decision_provision?: (typeof PROVISIONS)[number];
  readonly decision_ground: (typeof GROUNDS)[number];
  readonly illegal_content_legal_ground?: string;
  readonly illegal_content_explanation?: string;
  readonly incompatible_content_ground?: string;
  readonly incompatible_content_explanation?: string;
  readonly incompatible_content_illegal?: (typeof YES_NO)[number];
  readonly decision_ground_reference_url?: string;
  readonly content_type: readonly (typeof CONTENT_TYPES)[number][];
  readonly category: Category;
  readonly category_specification?: readonly Keyword[];
  readonly territorial_scope: readonly string[];
  readonly content_language?: string;
  readonly content_date: Day;
  readonly application_date: Day;
  readonly end_date_visibility_restriction?: Day;
  readonly end_date_account_restriction?: Day;
  readonly end_date_service_restriction?: Day;
  readonly decision_facts: string;
  readonly source_type: (typeof SOURCES)[number];
  readonly automated_detection: (typeof YES_NO)[number];
  readonly automated_decision: (typeof AUTOMATED_DECISIONS)[number];
  readonly puid: string;
}
