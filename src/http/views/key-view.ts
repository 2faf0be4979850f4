import type { Static } from '@sinclair/typebox';

import { type ApiKey, permits, type Scope, SCOPES } from '../../domain/api-key.js';
import type { KeySchema } from '../schemas/key.js';

export function keyView(key: ApiKey): Static<typeof KeySchema> {
  return {
    id: key.id,
    name: key.name,
    scopes: SCOPES.filter((scope) => permits(key.scope, scope)),
    front: key.front,
    created_at: key.created_at,
    revoked_at: key.revoked_at,
  };
}

/** The one scope that includes all of these. */
export function highestScope(scopes: readonly Scope[]): Scope {
  return SCOPES.findLast((scope) => scopes.includes(scope)) ?? 'submit';
}
