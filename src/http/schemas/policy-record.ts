import { Type } from '@sinclair/typebox';

import { ACTIONS } from '../../domain/action.js';
import { STANDARDS } from '../../domain/standard.js';
import { time } from './fields.js';
import { nullable, oneOf } from './reference.js';

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const MeasuredRule = Type.Object(
  {
    id: Type.String({ description: 'The rule, as the policy names it.' }),
    standard: oneOf(STANDARDS),
    description: Type.String(),
    enabled: Type.Boolean({ description: 'Under the policy in force.' }),
    observe: Type.Boolean({ description: 'Under the policy in force: it is only watched.' }),
    action: oneOf(ACTIONS, { description: 'Under the policy in force: what a match leads to.' }),
    matches: count('Texts in which it found something; an edited comment has two texts.'),
    unknown: count('Texts that it could not check.'),
    decided: count(
      'Texts that it would hold or reject, watched or not, and about which a moderator decided ' +
        'afterwards. The last decision counts, and only while the text is still the same.',
    ),
    agreed: count('Of `decided`, those that the moderator rejected.'),
    precision: nullable(
      Type.Number({ minimum: 0, maximum: 1 }),
      '`agreed` / `decided`; null where nobody has decided.',
    ),
  },
  { additionalProperties: false },
);

export const PolicyRulesSchema = Type.Object(
  {
    from: time('The beginning of the period.'),
    to: time('Its end, exclusive.'),
    data: Type.Array(MeasuredRule, { description: 'Every rule there is, in the order of findings.' }),
  },
  { $id: 'PolicyRules', additionalProperties: false },
);

export const PolicyChange = Type.Object(
  {
    pointer: Type.String({ description: 'The member that differs (RFC 6901).' }),
    from: Type.Optional(Type.Unknown({ description: 'Its value; left out where there is none.' })),
    to: Type.Optional(Type.Unknown({ description: 'Its value; left out where there is none.' })),
    added: Type.Optional(Type.Array(Type.Unknown(), { description: 'Of a list: new entries.' })),
    removed: Type.Optional(
      Type.Array(Type.Unknown(), { description: 'Of a list: entries that went.' }),
    ),
  },
  { additionalProperties: false },
);

export const PolicyDiffSchema = Type.Object(
  {
    from: Type.Integer({ minimum: 1 }),
    to: Type.Integer({ minimum: 1 }),
    changes: Type.Array(PolicyChange, {
      description:
        'A value has `from` and `to`; a list has `added` and `removed`, both empty where only the ' +
        'order differs.',
    }),
  },
  {
    $id: 'PolicyDiff',
    additionalProperties: false,
    examples: [
      {
        from: 1,
        to: 2,
        changes: [
          { pointer: '/rules/link_count/max_links', from: 2, to: 0 },
          { pointer: '/rules/blocked_terms/terms', added: ['casino'], removed: [] },
        ],
      },
    ],
  },
);
