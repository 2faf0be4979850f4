import { Type } from '@sinclair/typebox';

import { blockOutcome } from '../block-outcome.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({});

export const authorBlocked: Rule<typeof settings> = {
  id: 'author_blocked',
  standard: 'blocked',
  reasons: ['blocked.author'],
  description: 'Applies the blocks on authors; a block that holds or shadows says so itself.',
  settings,
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
  compile: () => ({ history }) =>
    history.blocks
      .filter(({ kind }) => kind === 'author')
      .map((block) => blockOutcome('blocked.author', block)),
};
