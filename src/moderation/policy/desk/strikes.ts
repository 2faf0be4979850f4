import { type Static, Type } from '@sinclair/typebox';

import { POLICY_BLOCK_DAYS_MAX } from '../../../limits.js';
import { STRIKE_DAYS_MAX } from '../../../limits/desk.js';

/** What comes of comments of one author that had to be rejected. */
export const StrikeSettings = Type.Object(
  {
    expire_after_days: Type.Integer({
      minimum: 1,
      maximum: STRIKE_DAYS_MAX,
      default: 90,
      description: 'A strike counts for so many days.',
    }),
    block_at: Type.Integer({
      minimum: 0,
      maximum: 100,
      default: 0,
      description: 'Strikes in force at which the author is blocked; 0 for never.',
    }),
    block_days: Type.Integer({
      minimum: 1,
      maximum: POLICY_BLOCK_DAYS_MAX,
      default: 7,
      description: 'How long a block of this kind lasts.',
    }),
    repeat_factor: Type.Number({
      minimum: 1,
      maximum: 10,
      default: 1,
      description:
        'Each block of this kind that an author had within a year, and that nobody lifted, makes ' +
        'the next one so many times longer.',
    }),
  },
  { description: 'Strikes: rejected comments, and what follows from many of them.' },
);

export type StrikeSettings = Static<typeof StrikeSettings>;
