import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { NamedClaim } from '../../operations/queueing/claims-on.js';
import type { ClaimSchema } from '../schemas/claim.js';

export function claimView(claim: NamedClaim, caller: Caller): Static<typeof ClaimSchema> {
  const { key_id, key_name, claimed_at, expires_at } = claim;
  return { mine: key_id === caller.id, key_id, key_name, claimed_at, expires_at };
}
