import { type TSchema, Type } from '@sinclair/typebox';

import { EEA_COUNTRIES } from '../../domain/transparency/countries.js';
import {
  ACCOUNTS,
  AUTOMATED_DECISIONS,
  CATEGORIES,
  CONTENT_TYPES,
  GROUNDS,
  KEYWORDS,
  PROVISIONS,
  SOURCES,
  VISIBILITIES,
  YES_NO,
} from '../../domain/transparency/form.js';
import { TRANSPARENCY_BATCH_MAX } from '../../limits/desk.js';
import { nextCursor } from './fields.js';
import { oneOf, reference } from './reference.js';

const day = Type.String({ format: 'date', examples: ['2026-11-24'] });
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const list = <S extends TSchema>(entry: S) =>
  Type.Unsafe<readonly S['static'][]>({ type: 'array', items: entry });

export const TransparencyStatementSchema = Type.Object(
  {
    decision_visibility: Type.Optional(list(oneOf(VISIBILITIES))),
    decision_account: Type.Optional(oneOf(ACCOUNTS)),
    decision_provision: Type.Optional(oneOf(PROVISIONS)),
    decision_ground: oneOf(GROUNDS),
    illegal_content_legal_ground: text(500),
    illegal_content_explanation: text(2_000),
    incompatible_content_ground: text(500),
    incompatible_content_explanation: text(2_000),
    incompatible_content_illegal: Type.Optional(oneOf(YES_NO)),
    decision_ground_reference_url: text(500),
    content_type: list(oneOf(CONTENT_TYPES)),
    category: oneOf(CATEGORIES),
    category_specification: Type.Optional(list(oneOf(KEYWORDS))),
    territorial_scope: list(Type.String({ examples: [EEA_COUNTRIES[0]] })),
    content_language: Type.Optional(Type.String({ examples: ['DE'] })),
    content_date: day,
    application_date: day,
    end_date_visibility_restriction: Type.Optional(day),
    end_date_account_restriction: Type.Optional(day),
    end_date_service_restriction: Type.Optional(day),
    decision_facts: Type.String({ maxLength: 5_000 }),
    source_type: oneOf(SOURCES),
    automated_detection: oneOf(YES_NO),
    automated_decision: oneOf(AUTOMATED_DECISIONS),
    puid: Type.String({ description: 'Our id of the decision or of the block.' }),
  },
  {
    $id: 'TransparencyStatement',
    additionalProperties: false,
    description: 'As the EU’s transparency database takes it (schema v2). No personal data.',
  },
);

export const TransparencyBatchSchema = Type.Object(
  {
    statements: Type.Unsafe<readonly (typeof TransparencyStatementSchema)['static'][]>({
      type: 'array',
      maxItems: TRANSPARENCY_BATCH_MAX,
      items: reference(TransparencyStatementSchema),
    }),
    next_cursor: nextCursor,
  },
  { $id: 'TransparencyBatch', additionalProperties: false },
);
