import { Type } from '@sinclair/typebox';

import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({});

export const editedAfterRejection: Rule<typeof settings> = {
  id: 'edited_after_rejection',
  standard: 'conduct',
  reasons: ['conduct.edited_after_rejection'],
  description: 'Holds the edited text of a comment that a person had rejected.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: () => ({ history }) =>
    history.rejected_by_person
      ? [{ kind: 'match', reason: 'conduct.edited_after_rejection' }]
      : CLEAR,
};
