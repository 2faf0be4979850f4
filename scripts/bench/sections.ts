import type { Load } from './service/load.js';
import type { Place } from './service/subjects.js';

/** What every part of the benchmark is given. */
export interface Bench extends Place {
  readonly load: Load;
  /** How long and how often, for what is measured under load. */
  readonly plan: Plan;
  /** Comments that a replay reads. */
  readonly replayed: number;
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

export const ratio = (one: number, other: number): string => (one / other).toFixed(2);
