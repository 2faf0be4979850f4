import { type Static, Type } from '@sinclair/typebox';

/** What comes of comments of one author that had to be rejected. */
export const StrikeSettings = Type.Object(
  {
    expire_after_days: Type.Integer({
      minimum: 1,
      maximum: 3_650,
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
      maximum: 3_650,
      default: 7,
      description: 'How long a block of this kind lasts.',
    }),
  },
  { description: 'Strikes: rejected comments, and what follows from many of them.' },
);

export type StrikeSettings = Static<typeof StrikeSettings>;
