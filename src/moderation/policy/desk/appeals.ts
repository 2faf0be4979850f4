import { type Static, Type } from '@sinclair/typebox';

/** Authors' challenges to decisions. */
export const AppealSettings = Type.Object(
  {
    period_days: Type.Integer({
      minimum: 0,
      maximum: 3_650,
      default: 180,
      description:
        'For how many days after a decision its author may appeal; 0 for no appeals. The Digital ' +
        'Services Act asks for six months of those whom its Article 20 binds.',
    }),
  },
  { description: 'Appeals of authors against decisions.' },
);

export type AppealSettings = Static<typeof AppealSettings>;
