/** What a text is scored for, as Perspective and Detoxify name it. */
export const ATTRIBUTES = [
  'toxicity',
  'severe_toxicity',
  'insult',
  'profanity',
  'threat',
  'identity_attack',
  'sexually_explicit',
] as const;

export type Attribute = (typeof ATTRIBUTES)[number];
