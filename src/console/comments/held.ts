import { useEffect, useState } from 'preact/hooks';

import type { Claim } from '../../../openapi/types.js';
import { serviceNow } from '../api/service-time.js';

/** Whether somebody works on a comment: a claim ends by itself, and nothing is told of that. */
export function isHeld(claim: Claim | null | undefined): claim is Claim {
  return left(claim) > 0;
}

function left(claim: Claim | null | undefined): number {
  return claim ? Date.parse(claim.expires_at) - serviceNow() : 0;
}

/** A timer stands still while a computer sleeps, and clocks are put right. */
const CHECK_MILLISECONDS = 30_000;

/** The claim while it is held, and null from the moment at which it runs out. */
export function useHeld(claim: Claim | null | undefined): Claim | null {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const milliseconds = left(claim);
    if (milliseconds <= 0) return undefined;
    const check = (): void => setTurn((before) => before + 1);
    const timer = setTimeout(check, Math.min(milliseconds, CHECK_MILLISECONDS));
    return () => clearTimeout(timer);
  }, [claim?.expires_at, turn]);
  return isHeld(claim) ? claim : null;
}
