/** The services whose clients can talk to this one, by the names that settings and metrics have. */
export const FRONT_NAMES = ['perspective', 'openai'] as const;

export type FrontName = (typeof FRONT_NAMES)[number];
