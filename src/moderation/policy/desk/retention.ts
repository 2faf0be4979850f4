import { type Static, Type } from '@sinclair/typebox';

/** How long personal data is kept. */
export const RetentionSettings = Type.Object(
  {
    ip_days: Type.Integer({
      minimum: 0,
      maximum: 3_650,
      default: 0,
      description:
        'Days after which the IP address and the user agent of a comment are erased; 0 for never.',
    }),
    rejected_body_days: Type.Integer({
      minimum: 0,
      maximum: 3_650,
      default: 0,
      description:
        'Days after its rejection that the text of a comment is erased; 0 for never. An open ' +
        'appeal or notice puts it off. Fewer than `appeals.period_days` leave appeals without it.',
    }),
    withdrawn_body_days: Type.Integer({
      minimum: 0,
      maximum: 3_650,
      default: 0,
      description: 'Days after its author withdrew it that a text is erased; 0 for never.',
    }),
  },
  { description: 'How long what identifies readers is kept. The service erases it by itself.' },
);

export type RetentionSettings = Static<typeof RetentionSettings>;
