import { Type } from '@sinclair/typebox';

import { ACTIONS } from '../../domain/action.js';
import { FIELDS } from '../../domain/finding.js';
import { REASON_CODES } from '../../domain/reasons.js';
import { STANDARDS } from '../../domain/standard.js';
import { nullable, oneOf, reference } from './reference.js';

export const SpanSchema = Type.Object(
  {
    start: Type.Integer({ minimum: 0, description: 'UTF-16 code units from the beginning.' }),
    end: Type.Integer({ minimum: 0, description: 'Exclusive: `text.slice(start, end)`.' }),
  },
  { $id: 'Span', additionalProperties: false },
);

export const FindingSchema = Type.Object(
  {
    rule: Type.String({ description: 'The rule, as the policy names it.' }),
    standard: oneOf(STANDARDS, { description: 'What the publisher forbids.' }),
    reason: oneOf(REASON_CODES, { description: 'A stable code; docs/policy.md lists them.' }),
    outcome: oneOf(['match', 'unknown'], {
      description: '`unknown`: the rule could not be checked.',
    }),
    action: oneOf(ACTIONS, { description: 'What the policy says follows from this alone.' }),
    observed_action: nullable(
      oneOf(ACTIONS),
      'What would follow if the rule were not only watched; null for a rule that is in force.',
    ),
    message: Type.String({ description: 'A sentence for the author of the comment.' }),
    field: nullable(oneOf(FIELDS), 'The part of the submission that `spans` point into.'),
    spans: Type.Array(reference(SpanSchema), {
      description: 'The exact words, as offsets into the field as it was submitted.',
    }),
    terms: Type.Array(Type.String(), { description: 'The list entries that matched.' }),
  },
  {
    $id: 'Finding',
    additionalProperties: false,
    description: 'One match of one rule.',
    examples: [
      {
        rule: 'personal_attack',
        standard: 'personal_attack',
        reason: 'attack.insult',
        outcome: 'match',
        action: 'hold',
        observed_action: null,
        message: 'The comment insults a person instead of answering what was said.',
        field: 'body',
        spans: [{ start: 0, end: 14 }],
        terms: ['moron'],
      },
    ],
  },
);

export const VerdictSchema = Type.Object(
  {
    action: oneOf(ACTIONS, { description: 'The severest action of all findings.' }),
    shadow: Type.Boolean({ description: 'The author should not learn of the rejection.' }),
    policy_version: Type.Integer(),
    policy_digest: Type.String(),
    findings: Type.Array(reference(FindingSchema)),
  },
  { $id: 'Verdict', additionalProperties: false, description: 'What the engine says, and why.' },
);
