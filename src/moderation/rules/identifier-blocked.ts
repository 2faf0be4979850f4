import { Type } from '@sinclair/typebox';

import { blockOutcome } from '../block-outcome.js';
import type { Outcome, Rule } from '../rule.js';

const settings = Type.Object({});
const reason = 'blocked.identifier';

export const identifierBlocked: Rule<typeof settings> = {
  id: 'identifier_blocked',
  standard: 'blocked',
  reasons: [reason],
  description: 'Applies the blocks on names, e-mail addresses, e-mail domains and IP addresses.',
  settings,
  // A CMS that sends no addresses would see every comment held as soon as one IP is blocked; the
  // finding is kept all the same.
  defaults: { enabled: true, action: 'reject', on_unknown: 'approve' },
  compile: () => ({ author_ip, history }) => {
    const found: Outcome[] = history.blocks
      .filter(({ kind }) => kind !== 'author')
      .map((block) => blockOutcome(reason, block));
    const unchecked = history.ip_blocks_in_force && author_ip === null;
    return unchecked ? [...found, { kind: 'unknown', reason }] : found;
  },
};
