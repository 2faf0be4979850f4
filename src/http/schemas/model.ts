import { Type } from '@sinclair/typebox';

import { reference } from './reference.js';

const TrainingDataSchema = Type.Object(
  { file: Type.String(), sha256: Type.String(), rows: Type.Integer() },
  { additionalProperties: false },
);

export const ModelSchema = Type.Object(
  {
    version: Type.String({ description: 'Stands beside the scores of every decision.' }),
    digest: Type.String({ description: 'SHA-256 of the model file, in hexadecimal.' }),
    attributes: Type.Array(Type.String(), { description: 'What it scores.' }),
    languages: Type.Array(Type.String(), {
      description: 'ISO 639-1 codes; a text in another language has no scores.',
    }),
    base_rate: Type.Number({
      description: 'The share of comments that are toxic where scores are true probabilities.',
    }),
    seed: Type.Integer(),
    data: Type.Array(TrainingDataSchema, { description: 'What it was trained on.' }),
    metrics: Type.Record(Type.String(), Type.Number(), {
      description: 'Headline figures of the model card, on comments that were held back.',
    }),
  },
  {
    $id: 'Model',
    additionalProperties: false,
    examples: [
      {
        version: 'en-1.0.0',
        digest: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
        attributes: ['toxicity', 'insult'],
        languages: ['en'],
        base_rate: 0.05,
        seed: 4,
        data: [{ file: 'train.jsonl', sha256: 'ab12', rows: 23_039 }],
        metrics: { toxicity_roc_auc: 0.976 },
      },
    ],
  },
);

export const ModelListSchema = Type.Object(
  { data: Type.Array(reference(ModelSchema)), next_cursor: Type.Null() },
  { $id: 'ModelList', additionalProperties: false },
);
