import type { Load } from './service/load.js';
import type { Place } from './service/subjects.js';

/** What every part of the benchmark is given. */
export interface Bench extends Place {
  readonly load: Load;
  /** How long and how often, for what is measured under load. */
  readonly plan: Plan;
  /** Comments that a replay reads. */
  readonly replayed: number;
  /** Comments of the large database; 0 for none. */
  readonly rows: number;
}

/** How long, how often, and where to tell how far it has come. */
export interface Plan {
  readonly rounds: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

/** Something that was promised, and what came of it. */
export interface Goal {
  readonly says: string;
  readonly figure: string;
  readonly met: boolean;
}

/** A part of the page. */
export interface Section {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly goals: readonly Goal[];
}

/** A goal of at least or at most so much. */
export function goal(says: string, figure: number, bound: { min: number } | { max: number }): Goal {
  const [least, most] = 'min' in bound ? [bound.min, Infinity] : [-Infinity, bound.max];
  const within = 'min' in bound ? `at least ${bound.min}` : `at most ${bound.max}`;
  const met = figure >= least && figure <= most;
  return { says: `${says}: ${within}`, figure: figure.toFixed(2), met };
}

export const ratio = (one: number, other: number): string => (one / other).toFixed(2);
