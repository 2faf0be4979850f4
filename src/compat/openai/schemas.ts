import { Type } from '@sinclair/typebox';

import { SCORED_TEXTS_MAX } from '../../limits/fronts.js';
import { CATEGORIES } from './result.js';

const part = Type.Object({
  type: Type.String({ enum: ['text', 'image_url'] }),
  text: Type.Optional(Type.String({ description: 'Of a part of type `text`.' })),
  image_url: Type.Optional(
    Type.Object({ url: Type.String() }, { description: 'Not fetched, and not evaluated.' }),
  ),
});

export const ModerationRequestSchema = Type.Object(
  {
    input: Type.Union(
      [
        Type.String(),
        Type.Array(Type.String(), { minItems: 1, maxItems: SCORED_TEXTS_MAX }),
        Type.Array(part, { minItems: 1, maxItems: SCORED_TEXTS_MAX }),
      ],
      { description: 'A text, a list of texts (a result for each), or the parts of one message.' },
    ),
    model: Type.Optional(
      Type.String({ description: 'Any name; said again. `text-moderation-…` has 11 categories.' }),
    ),
  },
  { examples: [{ input: ['I will find you and kill you.', 'Thank you for the report.'] }] },
);

/** An object with one value for each category. */
const forEach = <V>(schema: object) =>
  Type.Unsafe<Readonly<Record<string, V>>>({
    type: 'object',
    properties: Object.fromEntries(Object.keys(CATEGORIES).map((category) => [category, schema])),
  });

export const ModerationAnswerSchema = Type.Object(
  {
    id: Type.String({ examples: ['modr-0d9740456c391e43c445bf0f010940c7'] }),
    model: Type.String(),
    results: Type.Array(
      Type.Object({
        flagged: Type.Boolean({ description: 'Whether any category is true.' }),
        categories: forEach<boolean>({ type: 'boolean' }),
        category_scores: forEach<number>({ type: 'number', minimum: 0, maximum: 1 }),
        category_applied_input_types: Type.Optional(
          forEach<readonly string[]>({ type: 'array', items: { type: 'string', enum: ['text'] } }),
        ),
      }),
    ),
  },
  { description: 'One result for each text.' },
);

const nullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] });

export const OpenaiErrorSchema = Type.Object(
  {
    error: Type.Object({
      message: Type.String(),
      type: Type.String(),
      param: nullableText,
      code: nullableText,
    }),
  },
  { description: 'A refusal or a fault, as OpenAI says it; the status is that of the native API.' },
);
