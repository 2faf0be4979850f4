import { type Static, Type } from '@sinclair/typebox';

import { POLICY_TEXT_LENGTH_MAX, URL_LENGTH_MAX } from '../../../limits.js';

/** What authors are told of decisions against them. */
export const StatementSettings = Type.Object(
  {
    contact: Type.String({
      maxLength: 500,
      default: '',
      description: 'How to reach the publisher about a decision, as authors read it.',
    }),
    terms_url: Type.String({
      maxLength: URL_LENGTH_MAX,
      default: '',
      description: 'Where the discussion policy is published.',
    }),
    redress: Type.String({
      maxLength: POLICY_TEXT_LENGTH_MAX,
      default: '',
      description: 'What an author can do beside an appeal, in the publisher’s own words.',
    }),
  },
  { description: 'The statements of reasons that authors get.' },
);

export type StatementSettings = Static<typeof StatementSettings>;
