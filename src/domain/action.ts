/** What the engine can answer for a comment, mildest first. */
export const ACTIONS = ['approve', 'hold', 'reject'] as const;

export type Action = (typeof ACTIONS)[number];

const SEVERITY: Readonly<Record<Action, number>> = { approve: 0, hold: 1, reject: 2 };

/** For sorting: the mildest first. */
export const bySeverity = (a: Action, b: Action): number => SEVERITY[a] - SEVERITY[b];

/** The milder of two actions. */
export function milder(a: Action, b: Action): Action {
  return SEVERITY[a] <= SEVERITY[b] ? a : b;
}

/** The severer of two actions. Commutative and associative, so the order of rules cannot matter. */
export function severer(a: Action, b: Action): Action {
  return SEVERITY[a] >= SEVERITY[b] ? a : b;
}
