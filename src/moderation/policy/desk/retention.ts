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
      description: 'Days after which the text of a rejected comment is erased; 0 for never.',
    }),
  },
  { description: 'How long what identifies readers is kept. The service erases it by itself.' },
);

export type RetentionSettings = Static<typeof RetentionSettings>;
