import type { Action } from './action.js';

/** Where a comment stands: the projection of its last decision. */
export const STATUSES = ['approved', 'pending', 'rejected', 'deleted'] as const;

export type Status = (typeof STATUSES)[number];

const STATUS_OF_ACTION: Readonly<Record<Action, Status>> = {
  approve: 'approved',
  hold: 'pending',
  reject: 'rejected',
};

/** The status that an action leads to. */
export function statusOf(action: Action): Status {
  return STATUS_OF_ACTION[action];
}
