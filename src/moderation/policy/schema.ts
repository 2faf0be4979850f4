import { type TObject, type TProperties, type TSchema, Type } from '@sinclair/typebox';

import { ACTIONS, type Action } from '../../domain/action.js';
import { POLICY_TERMS_MAX, POLICY_TEXT_LENGTH_MAX } from '../../limits.js';
import { AllowedTerm } from '../publisher/term-schema.js';
import type { Rule, RuleDefaults } from '../rule.js';
import { RULES } from '../rules/index.js';

const action = (standing: Action, description: string): TSchema =>
  Type.Unsafe<Action>({ type: 'string', enum: [...ACTIONS], default: standing, description });

const common = (defaults: RuleDefaults): TProperties => ({
  enabled: Type.Boolean({
    default: defaults.enabled,
    description: 'Whether the rule is asked at all.',
  }),
  action: action(defaults.action, 'What follows when the rule matches.'),
  on_unknown: action(defaults.on_unknown, 'What follows when the rule could not be checked.'),
  observe: Type.Boolean({
    default: false,
    description: 'Only watch: findings are kept and counted, and nothing follows from them.',
  }),
  exempt_after_approved: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    default: 0,
    description:
      'Authors with so many approved comments are not held by this rule; 0 exempts nobody. What ' +
      'would be rejected still is.',
  }),
});

/** A rule's section as a publisher may send it: every member may be left out. */
function section(rule: Rule): TObject {
  const members = { ...common(rule.defaults), ...rule.settings.properties };
  const optional = Object.entries(members).map(([name, schema]) => [name, Type.Optional(schema)]);
  return Type.Object(Object.fromEntries(optional) as TProperties, {
    additionalProperties: false,
    description: rule.description,
  });
}

const sections = Object.fromEntries(RULES.map((rule) => [rule.id, Type.Optional(section(rule))]));

/**
 * A policy as a publisher may send it. What is left out takes the default shown. Built from the
 * rules, so that a new rule or threshold needs no second place.
 */
export const PolicyInput = Type.Object(
  {
    text: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: POLICY_TEXT_LENGTH_MAX,
        description: 'The discussion policy that readers see beside the comment form.',
      }),
    ),
    allowed_terms: Type.Optional(
      Type.Array(AllowedTerm, {
        maxItems: POLICY_TERMS_MAX,
        default: [],
        description:
          'Expressions that the word rules and the blocked terms never object to, for example ' +
          'the name of a place or a person.',
      }),
    ),
    rules: Type.Optional(
      Type.Object(sections, {
        additionalProperties: false,
        description: 'What the rules enforce and what follows, one section for each rule.',
      }),
    ),
  },
  { additionalProperties: false },
);
