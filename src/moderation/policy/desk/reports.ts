import { type Static, Type } from '@sinclair/typebox';

/** What readers' reports lead to. */
export const ReportSettings = Type.Object(
  {
    hold_at: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 3,
      description:
        'The weight of open reports at which a comment that readers see is held until somebody ' +
        'looks; a reader whose reports nobody has answered yet weighs 1. 0 for never.',
    }),
    hold_again_at: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 6,
      description:
        'The same for a comment that a person has approved; only reports made since then count. ' +
        '0 for never.',
    }),
    unproven_weight_max: Type.Number({
      minimum: 0,
      maximum: 100,
      default: 5,
      description:
        'What readers whom no person has ever agreed with weigh on one comment at most, all ' +
        'together. Between the two thresholds, so that a crowd of new accounts can have a ' +
        'comment looked at once, and not again. 0 for no bound.',
    }),
    max_per_reporter_per_hour: Type.Integer({
      minimum: 0,
      maximum: 1_000,
      default: 20,
      description: 'More reports of one reader within an hour are refused. 0 for no bound.',
    }),
  },
  { description: 'What the reports of readers lead to.' },
);

export type ReportSettings = Static<typeof ReportSettings>;
