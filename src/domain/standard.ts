/** What a publisher forbids, in the reader's words. Every rule enforces exactly one of these. */
export const STANDARDS = [
  'profanity',
  'personal_attack',
  'hate',
  'threat',
  'sexual',
  'spam',
  'personal_information',
  'off_limits',
  'conduct',
  'blocked',
] as const;

export type Standard = (typeof STANDARDS)[number];
