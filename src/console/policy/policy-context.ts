import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Faults } from './use-faults.js';
import type { PolicyState } from './use-policy.js';

/** What every part of the policy's screens looks at. */
export interface PolicyDesk extends PolicyState {
  readonly faults: Faults;
  /** Who is signed in may put a policy in force; everybody else reads. */
  readonly mayChange: boolean;
}

export const PolicyContext = createContext<PolicyDesk | null>(null);

export function usePolicyDesk(): PolicyDesk {
  const desk = useContext(PolicyContext);
  if (desk === null) throw new Error('a part of the policy stands outside of its screen');
  return desk;
}
