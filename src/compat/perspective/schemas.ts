import { Type } from '@sinclair/typebox';

import { PERSPECTIVE_TEXT_BYTES_MAX } from '../../limits/fronts.js';
import type { AnalyzeAnswer } from './analyze.js';

const Comment = Type.Object({
  text: Type.String({ description: `At most ${PERSPECTIVE_TEXT_BYTES_MAX} bytes.` }),
  type: Type.Optional(Type.String({ enum: ['PLAIN_TEXT', 'TEXT_TYPE_UNSPECIFIED'] })),
});

const Score = Type.Object({
  value: Type.Number({ minimum: 0, maximum: 1 }),
  type: Type.Optional(Type.String({ enum: ['PROBABILITY'] })),
});

const languages = Type.Unsafe<readonly string[]>(
  Type.Array(Type.String(), { description: 'Of the text, as BCP 47 has them.' }),
);
const clientToken = Type.String({ description: 'Said again in the answer.' });

const told = {
  comment: Comment,
  context: Type.Optional(Type.Object({}, { description: 'Not looked at for scores.' })),
  languages: Type.Optional(languages),
  clientToken: Type.Optional(clientToken),
};

export const AnalyzeRequestSchema = Type.Object(
  {
    ...told,
    requestedAttributes: Type.Record(
      Type.String(),
      Type.Object({
        scoreType: Type.Optional(Type.String({ enum: ['PROBABILITY'] })),
        scoreThreshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
      }),
    ),
    spanAnnotations: Type.Optional(Type.Boolean({ description: 'Whether sentences are scored.' })),
    dropUnsupportedAttributes: Type.Optional(
      Type.Boolean({ description: 'Leaves out what has no score, instead of refusing.' }),
    ),
    doNotStore: Type.Optional(Type.Boolean({ description: 'Nothing is stored in any case.' })),
  },
  {
    examples: [
      {
        comment: { text: 'You are a pathetic idiot.' },
        languages: ['en'],
        requestedAttributes: { TOXICITY: {}, INSULT: {} },
        dropUnsupportedAttributes: true,
      },
    ],
  },
);

const answer = Type.Object({
  attributeScores: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({
        spanScores: Type.Array(
          Type.Object({
            begin: Type.Integer({ minimum: 0 }),
            end: Type.Integer({ minimum: 0, description: 'Exclusive; UTF-16 code units.' }),
            score: Score,
          }),
        ),
        summaryScore: Score,
      }),
    ),
  ),
  languages: Type.Optional(languages),
  detectedLanguages: Type.Optional(languages),
  clientToken: Type.Optional(clientToken),
});

export const AnalyzeAnswerSchema = Type.Unsafe<AnalyzeAnswer>(answer);

export const SuggestRequestSchema = Type.Object(
  {
    ...told,
    clientToken: Type.Optional(
      Type.String({ description: 'Names the comment: its id, alone or after `comment:`.' }),
    ),
    attributeScores: Type.Record(Type.String(), Type.Object({ summaryScore: Score })),
  },
  {
    examples: [
      {
        comment: { text: 'You are a pathetic idiot.' },
        attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
        clientToken: 'comment:wp-1234',
      },
    ],
  },
);

export const SuggestAnswerSchema = Type.Object({
  requestedLanguages: Type.Optional(languages),
  detectedLanguages: Type.Optional(languages),
  clientToken: Type.Optional(clientToken),
});

export const DiscoverySchema = Type.Unsafe<object>({
  type: 'object',
  additionalProperties: true,
  description: 'As https://developers.google.com/discovery describes it.',
});

export const GoogleErrorSchema = Type.Object(
  {
    error: Type.Object({
      code: Type.Integer({ description: 'The status of HTTP.' }),
      message: Type.String(),
      status: Type.String({ examples: ['INVALID_ARGUMENT'] }),
      details: Type.Optional(Type.Array(Type.Object({}, { additionalProperties: true }))),
    }),
  },
  { description: 'A refusal or a fault, as Google says it. A wrong key is 400, a missing one 403.' },
);
