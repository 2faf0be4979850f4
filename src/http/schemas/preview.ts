import { Type } from '@sinclair/typebox';

import { ACTIONS } from '../../domain/action.js';
import { STANDARDS } from '../../domain/standard.js';
import { nullable, oneOf, reference } from './reference.js';
import { VerdictSchema } from './verdict.js';

const GaugeSchema = Type.Object(
  {
    setting: Type.String({ description: 'The threshold, as the rule’s section names it.' }),
    value: Type.Number({ description: 'What was measured.' }),
    limit: Type.Number({ description: 'What the policy says.' }),
    near: Type.Boolean({ description: 'The value is within a fifth of the limit.' }),
  },
  { additionalProperties: false },
);

const RuleAnswerSchema = Type.Object(
  {
    rule: Type.String(),
    standard: oneOf(STANDARDS),
    answer: oneOf(['match', 'clear', 'unknown']),
    action: nullable(oneOf(ACTIONS), 'What follows by the policy; null where nothing was found.'),
    observe: Type.Boolean({ description: 'The rule is only watched: nothing follows.' }),
    microseconds: Type.Integer({ minimum: 0, description: 'How long the rule took.' }),
    gauges: Type.Array(GaugeSchema, { description: 'What was measured against thresholds.' }),
  },
  { additionalProperties: false },
);

export const ExplanationSchema = Type.Object(
  {
    shadow: Type.String({ description: 'The body as it was read for matching.' }),
    language: nullable(Type.String(), 'ISO 639-1; null where it cannot be told.'),
    rules: Type.Array(RuleAnswerSchema, { description: 'Every enabled rule.' }),
  },
  { $id: 'Explanation', additionalProperties: false, description: 'How a verdict came about.' },
);

export const PreviewSchema = Type.Object(
  {
    verdict: reference(VerdictSchema),
    explanation: Type.Optional(reference(ExplanationSchema)),
  },
  { $id: 'Preview', additionalProperties: false },
);
