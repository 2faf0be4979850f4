import { type Static, Type } from '@sinclair/typebox';

/** What readers' reports lead to. */
export const ReportSettings = Type.Object(
  {
    hold_at: Type.Number({
      minimum: 0,
      maximum: 1_000,
      default: 3,
      description:
        'The weight of open reports at which a comment that readers see is held until somebody ' +
        'looks; a reader whose reports nobody has answered yet weighs 1. 0 for never.',
    }),
    hold_again_at: Type.Number({
      minimum: 0,
      maximum: 1_000,
      default: 6,
      description: 'The same for a comment that a person has approved. 0 for never.',
    }),
  },
  { description: 'What the reports of readers lead to.' },
);

export type ReportSettings = Static<typeof ReportSettings>;
