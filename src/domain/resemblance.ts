/** By what a new author can look like one who is blocked. */
export const RESEMBLANCES = ['email', 'ip', 'name'] as const;
export type Resemblance = (typeof RESEMBLANCES)[number];
