import { type Action, severer } from '../../domain/action.js';
import type { JudgedComment } from '../../store/record-store.js';

/** A stored comment with the engine's action at the time and the one under the draft. */
export interface Comparison {
  readonly comment: JudgedComment;
  readonly judgement_id: string;
  readonly policy_digest: string;
  readonly from: Action;
  readonly to: Action;
  /** Rules whose findings under the draft have the action `to`. */
  readonly rules_now: readonly string[];
}

/** A comparison that came out differently, with the rules that made the difference. */
export interface Change extends Comparison {
  readonly rules: readonly string[];
}

export const isChange = ({ from, to }: Comparison): boolean => from !== to;

export const isStricter = ({ from, to }: Pick<Comparison, 'from' | 'to'>): boolean =>
  from !== to && severer(from, to) === to;
