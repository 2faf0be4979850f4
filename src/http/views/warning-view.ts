import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import { permits } from '../../domain/api-key.js';
import type { Warning } from '../../domain/warning.js';
import type { WarningSchema } from '../schemas/warning.js';

/** How a warning looks on the wire; who gave it is for moderators. */
export function warningView(
  { key_id: _, created_by, ...rest }: Warning,
  caller: Caller,
): Static<typeof WarningSchema> {
  return { ...rest, ...(permits(caller.scope, 'moderate') && { created_by }) };
}
