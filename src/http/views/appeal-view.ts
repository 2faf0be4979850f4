import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import { permits } from '../../domain/api-key.js';
import type { Appeal, AppealStatus } from '../../domain/appeal.js';
import type { ListedAppeal } from '../../operations/list-appeals.js';
import type { AppealSchema, ListedAppealSchema } from '../schemas/appeal.js';

const MESSAGES: Readonly<Record<AppealStatus, string>> = {
  filed: 'We have your appeal. A person will look at your comment again and tell you what came of it.',
  upheld: 'A person looked at your comment again. The decision stays.',
  overturned: 'A person looked at your comment again. The decision was wrong: it is published now.',
  withdrawn: 'You withdrew your comment, and your appeal with it.',
};

/** An appeal as its author may see it; to moderators also who decided. */
export function appealView(appeal: Appeal, caller: Caller): Static<typeof AppealSchema> {
  const { resolved_by, resolved_by_name, decided_first_by, ...told } = appeal;
  const who = resolved_by === null ? null : { id: resolved_by, name: resolved_by_name };
  return {
    ...told,
    message: MESSAGES[appeal.status],
    ...(permits(caller.scope, 'moderate') && { decided_first_by, resolved_by: who }),
  };
}

export function listedAppealView(
  { appeal, author_name }: ListedAppeal,
  caller: Caller,
): Static<typeof ListedAppealSchema> {
  return { ...appealView(appeal, caller), author_name };
}
