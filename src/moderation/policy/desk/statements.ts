import { type Static, Type } from '@sinclair/typebox';

import { STANDARDS } from '../../../domain/standard.js';
import { EEA_COUNTRIES } from '../../../domain/transparency/countries.js';
import { POLICY_TEXT_LENGTH_MAX, URL_LENGTH_MAX } from '../../../limits.js';
import {
  STATEMENT_TEMPLATE_LENGTH_MAX,
  STATEMENT_TEMPLATE_LOCALES_MAX,
} from '../../../limits/desk.js';

const template = Type.Optional(
  Type.String({ minLength: 1, maxLength: STATEMENT_TEMPLATE_LENGTH_MAX }),
);

/** The texts of one locale. `other` for decisions that name no standard. */
const Templates = Type.Object(
  Object.fromEntries([...STANDARDS, 'other' as const].map((name) => [name, template])) as Record<
    (typeof STANDARDS)[number] | 'other',
    typeof template
  >,
  { additionalProperties: false },
);

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
    out_of_court: Type.String({
      maxLength: 500,
      default: '',
      description: 'The body for out-of-court dispute settlement that authors are told of.',
    }),
    templates: Type.Unsafe<Readonly<Record<string, Static<typeof Templates>>>>({
      ...Type.Object({}, { additionalProperties: Templates }),
      maxProperties: STATEMENT_TEMPLATE_LOCALES_MAX,
      default: {},
      description:
        'The publisher’s own sentences: by locale (`de`, `de-AT`), then by standard, or `other`. ' +
        '`{standard}`, `{words}`, `{thread}`, `{date}`, `{reason}`, `{contact}` and `{terms_url}` ' +
        'are filled in.',
    }),
    territorial_scope: Type.Array(
      Type.Unsafe<(typeof EEA_COUNTRIES)[number]>({ type: 'string', enum: [...EEA_COUNTRIES] }),
      {
        maxItems: EEA_COUNTRIES.length,
        uniqueItems: true,
        default: [],
        description:
          'Where decisions hold, for the transparency database: codes of countries of the EU and ' +
          'the EEA; an empty list for all of them.',
      },
    ),
  },
  { description: 'The statements of reasons that authors get.' },
);

export type StatementSettings = Static<typeof StatementSettings>;
