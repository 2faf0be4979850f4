import type { Static } from '@sinclair/typebox';

import { permits, SCOPES } from '../../domain/api-key.js';
import type { SignedIn } from '../../operations/get-session.js';
import type { SessionSchema } from '../schemas/session.js';

export function sessionView({ caller, site, session }: SignedIn): Static<typeof SessionSchema> {
  return {
    id: session?.id ?? null,
    site: { id: site.id, name: site.name },
    key: { id: caller.id, name: caller.name },
    scopes: SCOPES.filter((scope) => permits(caller.scope, scope)),
    csrf_token: session?.csrf_token ?? null,
    opened_at: session?.opened_at ?? null,
    expires_at: session?.expires_at ?? null,
  };
}
