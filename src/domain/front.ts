/** The services whose clients can talk to this one, by the names that settings and metrics have. */
export const FRONT_NAMES = ['perspective', 'akismet', 'openai', 'coral'] as const;

export type FrontName = (typeof FRONT_NAMES)[number];
